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

/**
 * The connection that a recording was started over; it may be gone while the recording goes on.
 *
 * @param callConnectionId its id; null when no application is in the call
 * @param serverCallId     the call as that application sees it
 * @param correlationId    as serverCallId
 */
public record RecordedLeg(String callConnectionId, String serverCallId, String correlationId) {

    static RecordedLeg of(AppLeg leg) {
        return new RecordedLeg(leg.callConnectionId(), leg.identity().serverCallId(), leg.identity().correlationId());
    }

    static RecordedLeg of(CallIdentity call) {
        return new RecordedLeg(null, call.serverCallId(), call.correlationId());
    }
}
