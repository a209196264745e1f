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
package io.acscall.simulator.call;

import io.acscall.simulator.recording.Recording;
import io.acscall.simulator.recording.RecordingEnd;

/** Takes what was recorded. Called under the lock of the call, so it must not wait for anything. */
@FunctionalInterface
public interface RecordingFiler {

    /**
     * @param callId    the call on the timeline
     * @param leg       how the call is known to whoever had it recorded
     * @param recording what was recorded; changes no more
     */
    void file(String callId, RecordedLeg leg, Recording recording, RecordingEnd why);
}
