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
package io.acscall.camel.store;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what has been added since old things were thrown away last, so that a table does not grow unnoticed. */
final class Growth {

    private final long step;
    private final AtomicLong added = new AtomicLong();

    /** @param step after how many a word is due, each time anew */
    Growth(long step) {
        this.step = step;
    }

    /** One more; whether a word is due. */
    boolean add() {
        return added.incrementAndGet() % step == 0;
    }

    long added() {
        return added.get();
    }

    void reset() {
        added.set(0);
    }
}
