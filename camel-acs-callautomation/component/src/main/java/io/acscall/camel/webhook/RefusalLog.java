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
package io.acscall.camel.webhook;

import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what one way in refuses, and logs the first of each kind where everybody sees it.
 */
final class RefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);

    private final String door;
    private final RefusalCounts counts;

    RefusalLog(String door, RefusalCounts counts) {
        this.door = door;
        this.counts = Objects.requireNonNull(counts, "refusals");
    }

    /**
     * Notes one.
     *
     * @param status what the sender is told
     * @param reason a word for why
     * @param detail a sentence for the log that is safe there
     */
    void note(int status, String reason, String detail) {
        if (counts.refused(door, status, reason, detail)) {
            LOG.warn("{} refused with {} ({}): {}. Further ones of this kind are logged at DEBUG", door, status, reason,
                    detail);
        } else {
            LOG.debug("{} refused with {} ({}): {}", door, status, reason, detail);
        }
    }
}
