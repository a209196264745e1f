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
package io.acscall.simulator.identity;

/** What a communication identifier stands for; the wire values of CommunicationIdentifierModelKind. */
public enum IdentifierKind {

    PHONE_NUMBER("phoneNumber"),
    COMMUNICATION_USER("communicationUser"),
    TEAMS_USER("microsoftTeamsUser"),
    TEAMS_APP("microsoftTeamsApp"),
    TEAMS_EXTENSION_USER("teamsExtensionUser"),
    UNKNOWN("unknown");

    private final String wireName;

    IdentifierKind(String wireName) {
        this.wireName = wireName;
    }

    /** The value of {@code kind}, which is also the name of the sub-object that holds the details. */
    public String wireName() {
        return wireName;
    }
}
