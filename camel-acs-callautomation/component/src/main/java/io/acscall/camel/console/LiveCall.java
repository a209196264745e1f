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

import java.time.Instant;

/**
 * A call that is up, as far as can be seen from here.
 *
 * @param callConnectionId its id
 * @param since            when it was first seen
 * @param lastSeen         when something of it was seen last
 * @param last             what that was: an action or the type of an event
 */
public record LiveCall(String callConnectionId, Instant since, Instant lastSeen, String last) {

    LiveCall seen(Instant at, String what) {
        return at.isBefore(lastSeen) ? this : new LiveCall(callConnectionId, since, at, what);
    }
}
