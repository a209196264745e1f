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
package io.acscall.camel.action;

import java.util.List;
import java.util.stream.Stream;

/** Every action, for tests of what holds for all of them. */
final class Actions {

    private static final List<CallAction> ALL = List.of(CreateCall.one(), CreateCall.group(), new Connect(), new Answer(),
            new Reject(), new Redirect(), new Transfer(), new AddParticipant(), new CancelAddParticipant(),
            new MoveParticipants(),
            new RemoveParticipant(), new Mute(), new GetParticipant(), new ListParticipants(), new HangUp(),
            new GetCallProperties(), new Play(), new Recognize(), new CancelAllMedia(), Hold.hold(), Hold.unhold(),
            ContinuousDtmf.start(),
            ContinuousDtmf.stop(), new SendDtmf(), MediaStreaming.start(), MediaStreaming.stop(), Transcription.start(),
            Transcription.update(), Transcription.stop(), new StartRecording(), PauseRecording.pause(), PauseRecording.resume(),
            new StopRecording(), new GetRecordingState(), new DownloadRecording(), new DeleteRecording());

    private Actions() {
    }

    static Stream<CallAction> all() {
        return ALL.stream();
    }

    static CallAction named(String name) {
        return all().filter(action -> action.name().equals(name)).findFirst().orElseThrow();
    }
}
