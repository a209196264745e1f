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

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The operations of the service by the names of its description; a recording calls them so. */
enum ServiceOperation {

    CREATE_CALL("createCall", "POST", "callConnections"),
    ANSWER_CALL("answerCall", "POST", "callConnections:answer"),
    REDIRECT_CALL("redirectCall", "POST", "callConnections:redirect"),
    REJECT_CALL("rejectCall", "POST", "callConnections:reject"),
    CONNECT_CALL("connectCall", "POST", "callConnections:connect"),
    GET_CALL("getCallConnectionProperties", "GET", "callConnections/ID"),
    HANG_UP("hangUp", "DELETE", "callConnections/ID"),
    TERMINATE_CALL("terminateCall", "POST", "callConnections/ID:terminate"),
    TRANSFER_CALL("transferCallToParticipant", "POST", "callConnections/ID:transferToParticipant"),
    LIST_PARTICIPANTS("listParticipants", "GET", "callConnections/ID/participants"),
    GET_PARTICIPANT("getParticipant", "GET", "callConnections/ID/participants/WHO"),
    ADD_PARTICIPANT("addParticipant", "POST", "callConnections/ID/participants:add"),
    REMOVE_PARTICIPANT("removeParticipant", "POST", "callConnections/ID/participants:remove"),
    MUTE_PARTICIPANT("muteParticipant", "POST", "callConnections/ID/participants:mute"),
    CANCEL_ADD_PARTICIPANT("cancelAddParticipantOperation", "POST", "callConnections/ID/participants:cancelAddParticipant"),
    MOVE_PARTICIPANTS("moveParticipants", "POST", "callConnections/ID/participants:moveHere"),
    START_RECORDING("startRecording", "POST", "recordings"),
    GET_RECORDING_STATE("getRecordingState", "GET", "recordings/ID"),
    STOP_RECORDING("stopRecording", "DELETE", "recordings/ID"),
    PAUSE_RECORDING("pauseRecording", "POST", "recordings/ID:pause"),
    RESUME_RECORDING("resumeRecording", "POST", "recordings/ID:resume"),
    /** play, recognize and all the others whose path ends with their name. */
    NAMED_BY_PATH(null, "POST", "callConnections/ID:VERB");

    private final String wireName;
    private final String method;
    private final Pattern path;

    ServiceOperation(String wireName, String method, String path) {
        this.wireName = wireName;
        this.method = method;
        this.path = Pattern.compile(
                "/calling/" + path.replace("ID", "[^/:]+").replace("WHO", "[^/]+").replace("VERB", "([A-Za-z]+)"));
    }

    String wireName() {
        return wireName;
    }

    /**
     * The name of the operation that a request is for.
     *
     * @param  method the HTTP method
     * @param  path   decoded, without a query
     * @return        empty when it is none of the calls API, such as the download of a recording
     */
    static Optional<String> nameOf(String method, String path) {
        return Arrays.stream(values()).filter(one -> one.method.equals(method) && one.path.matcher(path).matches())
                .findFirst()
                .map(one -> one.wireName != null ? one.wireName : path.substring(path.lastIndexOf(':') + 1));
    }
}
