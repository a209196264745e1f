/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.acscall.camel.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Open waits by the id of what they are about, a call or a recording. Not larger than the number of open waits.
 */
final class WaitIndex {

    /** Lists are replaced, never changed, so that an event can walk over one while a wait ends. */
    private final Map<String, List<OpenWait>> waits = new ConcurrentHashMap<>();

    /** The waits of an id, which may be {@code null}. */
    List<OpenWait> of(String id) {
        return id == null ? List.of() : waits.getOrDefault(id, List.of());
    }

    boolean isEmpty() {
        return waits.isEmpty();
    }

    void add(String id, OpenWait wait) {
        waits.compute(id, (key, others) -> {
            if (others == null) {
                return List.of(wait);
            }
            List<OpenWait> more = new ArrayList<>(others);
            more.add(wait);
            return List.copyOf(more);
        });
    }

    /** Takes a wait out again; an id that is {@code null} has none. */
    void remove(String id, OpenWait wait) {
        if (id != null) {
            waits.computeIfPresent(id, (key, all) -> {
                List<OpenWait> rest = all.stream().filter(other -> other != wait).toList();
                return rest.isEmpty() ? null : rest;
            });
        }
    }
}
