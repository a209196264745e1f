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
package io.acscall.camel.console;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * The last of something.
 */
final class Ring<T> {

    private final int max;
    private final Deque<T> items = new ArrayDeque<>();

    Ring(int max) {
        this.max = max;
    }

    synchronized void add(T item) {
        if (items.size() == max) {
            items.removeFirst();
        }
        items.addLast(item);
    }

    /** The newest first. */
    synchronized List<T> newestFirst() {
        List<T> all = new ArrayList<>(items);
        Collections.reverse(all);
        return all;
    }
}
