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

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Open waits by the id of what they are about, a call or a recording. Not larger than the number of open waits.
 */
final class WaitIndex {

    /**
     * An {@link OpenWait}, as nearly always, or an array of several. Arrays are replaced, never changed, so that an
     * event can walk over one while a wait ends.
     */
    private final Map<String, Object> waits = new ConcurrentHashMap<>();

    /** The waits of an id, which may be {@code null}. */
    List<OpenWait> of(String id) {
        Object found = id == null ? null : waits.get(id);
        if (found == null) {
            return List.of();
        }
        return found instanceof OpenWait one ? List.of(one) : List.of((OpenWait[]) found);
    }

    /** Whether an id, which may be {@code null}, has waits. */
    boolean contains(String id) {
        return id != null && waits.containsKey(id);
    }

    boolean isEmpty() {
        return waits.isEmpty();
    }

    void add(String id, OpenWait wait) {
        waits.merge(id, wait, (others, added) -> {
            OpenWait[] before = others instanceof OpenWait one ? new OpenWait[] { one } : (OpenWait[]) others;
            OpenWait[] more = Arrays.copyOf(before, before.length + 1);
            more[before.length] = wait;
            return more;
        });
    }

    /** Takes a wait out again; an id that is {@code null} has none. */
    void remove(String id, OpenWait wait) {
        if (id != null && !waits.remove(id, wait)) {
            waits.computeIfPresent(id, (key, all) -> all instanceof OpenWait ? all : without((OpenWait[]) all, wait));
        }
    }

    private static Object without(OpenWait[] all, OpenWait wait) {
        OpenWait[] rest = Arrays.stream(all).filter(other -> other != wait).toArray(OpenWait[]::new);
        if (rest.length > 1) {
            return rest;
        }
        return rest.length == 1 ? rest[0] : null;
    }
}
