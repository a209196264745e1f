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
package io.acscall.camel.record;

import java.time.Instant;

/**
 * A call that the flight recorder knows.
 *
 * @param id        the id of the application's connection to the call; of a call that it is not in (yet), the
 *                  correlation id
 * @param startedAt when the first thing that is kept happened
 * @param endedAt   when it was over for the application, {@code null} while it goes on
 * @param entries   how many entries are kept
 * @param lost      how many more there were; with one or more the call can't be recorded
 */
public record RecordedCall(String id, Instant startedAt, Instant endedAt, int entries, long lost) {
}
