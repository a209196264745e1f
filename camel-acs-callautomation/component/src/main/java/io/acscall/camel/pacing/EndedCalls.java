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
package io.acscall.camel.pacing;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The calls that ended last: the end of a call can overtake the answer that names it.
 */
final class EndedCalls {

    private static final int MAX = 1_000;

    private final Set<String> calls = new LinkedHashSet<>();

    synchronized void add(String call) {
        if (calls.add(call) && calls.size() > MAX) {
            Iterator<String> oldest = calls.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    synchronized boolean contains(String call) {
        return calls.contains(call);
    }
}
