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
package io.acscall.simulator.recording;

/** Why a recording is over. */
public enum RecordingEnd {

    /** The application has stopped it; the facts have no word of their own for it. */
    STOPPED("SessionEnded"),
    /** The call is over. */
    CALL_ENDED("CallEnded");

    private final String wireName;

    RecordingEnd(String wireName) {
        this.wireName = wireName;
    }

    /** The value of {@code sessionEndReason}. */
    public String wireName() {
        return wireName;
    }
}
