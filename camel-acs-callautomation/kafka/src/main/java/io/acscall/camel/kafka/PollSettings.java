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

import java.time.Duration;
import java.util.List;

/**
 * How a consumer reads.
 *
 * @param topics         what it reads
 * @param maxInFlight    at how many unfinished records a partition is paused
 * @param commitInterval how often it commits
 * @param revokeTimeout  how long a partition that is taken away waits for what is in the route
 */
record PollSettings(List<String> topics, int maxInFlight, Duration commitInterval, Duration revokeTimeout) {

    /**
     * @throws IllegalArgumentException when there is no topic, or no room for a record
     */
    PollSettings {
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("No topic is named. Name one, for example acs-call-kafka:acs-call-events");
        }
        if (maxInFlight < 1) {
            throw new IllegalArgumentException(
                    "The option maxInFlight=" + maxInFlight + " leaves no room. Give at least 1, for example maxInFlight=1000");
        }
    }
}
