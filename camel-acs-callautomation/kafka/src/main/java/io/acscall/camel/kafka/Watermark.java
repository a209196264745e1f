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
package io.acscall.camel.kafka;

import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * How far a partition is done when its records finish in any order: up to the first one that is still open. Committing
 * that offset never passes a record that somebody still works on. Not thread-safe.
 */
final class Watermark {

    private final TreeSet<Long> open = new TreeSet<>();
    private long behindLast = -1;

    /**
     * A record was read.
     *
     * @param  offset                   its offset, higher than that of all before
     * @throws IllegalArgumentException when it is not
     */
    void begin(long offset) {
        if (offset < behindLast) {
            throw new IllegalArgumentException("Offset " + offset + " comes after " + (behindLast - 1));
        }
        open.add(offset);
        behindLast = offset + 1;
    }

    /**
     * A record is done; saying it twice has no effect.
     *
     * @param offset its offset
     */
    void finish(long offset) {
        open.remove(offset);
    }

    /**
     * The offset to commit: the first that has to be read again after a restart.
     *
     * @return empty before anything was read
     */
    OptionalLong position() {
        if (behindLast < 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(open.isEmpty() ? behindLast : open.first());
    }

    /** {@return how many records were read and are not finished} */
    int open() {
        return open.size();
    }
}
