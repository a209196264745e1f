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
package io.acscall.camel.event;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A part of a payload that nobody can change, at any depth, and that need not be copied again for that: only
 * {@link Payload} and the reader make one, of values that are plain or frozen.
 */
final class FrozenMap extends AbstractMap<String, Object> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<String, Object> view;

    /** Takes the entries over; nobody else may keep them. */
    FrozenMap(LinkedHashMap<String, Object> entries) {
        this.view = Collections.unmodifiableMap(entries);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return view.entrySet();
    }

    @Override
    public Set<String> keySet() {
        return view.keySet();
    }

    @Override
    public int size() {
        return view.size();
    }

    @Override
    public boolean containsKey(Object key) {
        return view.containsKey(key);
    }

    @Override
    public Object get(Object key) {
        return view.get(key);
    }

    @Override
    public Object remove(Object key) {
        return view.remove(key);
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        view.forEach(action);
    }
}
