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
package io.acscall.camel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.acscall.camel.action.AddParticipant;
import io.acscall.camel.action.Answer;
import io.acscall.camel.action.CallAction;
import io.acscall.camel.action.CancelAddParticipant;
import io.acscall.camel.action.CancelAllMedia;
import io.acscall.camel.action.Connect;
import io.acscall.camel.action.ContinuousDtmf;
import io.acscall.camel.action.CreateCall;
import io.acscall.camel.action.DeleteRecording;
import io.acscall.camel.action.DownloadRecording;
import io.acscall.camel.action.GetCallProperties;
import io.acscall.camel.action.GetParticipant;
import io.acscall.camel.action.GetRecordingState;
import io.acscall.camel.action.HangUp;
import io.acscall.camel.action.Hold;
import io.acscall.camel.action.ListParticipants;
import io.acscall.camel.action.MediaStreaming;
import io.acscall.camel.action.MoveParticipants;
import io.acscall.camel.action.Mute;
import io.acscall.camel.action.PauseRecording;
import io.acscall.camel.action.Play;
import io.acscall.camel.action.Recognize;
import io.acscall.camel.action.Redirect;
import io.acscall.camel.action.Reject;
import io.acscall.camel.action.RemoveParticipant;
import io.acscall.camel.action.SendDtmf;
import io.acscall.camel.action.StartRecording;
import io.acscall.camel.action.StopRecording;
import io.acscall.camel.action.Transcription;
import io.acscall.camel.action.Transfer;
import io.acscall.camel.event.EventKind;

/**
 * The table of what an endpoint can be: a source of events, or an action. Adding an action is one small class in the
 * action package and one line here.
 */
public enum AcsCallOperation {

    /** every callback event of the calls of this application */
    events(EventKind.CALLBACK),
    /** incoming calls, from Event Grid */
    incomingCall(EventKind.EVENT_GRID),
    /** recording files that are ready, from Event Grid */
    recordingFile(EventKind.EVENT_GRID),
    /** every event of Event Grid */
    eventGrid(EventKind.EVENT_GRID),
    /** audio and keys of the service's media streams, by WebSocket */
    mediaStream(StreamSource.MEDIA),
    /** what is said in calls, as text, by WebSocket */
    transcription(StreamSource.TRANSCRIPTION),
    /** puts an event that came by another road on the inner path */
    dispatch(),
    /** sends audio into a bidirectional media stream */
    sendAudio(),
    /** stops the audio that was sent into a media stream */
    stopAudio(),
    /** rings one person */
    createCall(CreateCall.one()),
    /** rings several at once */
    createGroupCall(CreateCall.group()),
    /** joins a call that exists already */
    connect(new Connect()),
    /** takes an incoming call */
    answer(new Answer()),
    /** refuses an incoming call */
    reject(new Reject()),
    /** hands an incoming call to somebody else */
    redirect(new Redirect()),
    /** hands a participant over to somebody else */
    transfer(new Transfer()),
    /** invites one more person */
    addParticipant(new AddParticipant()),
    /** takes an invitation back */
    cancelAddParticipant(new CancelAddParticipant()),
    /** moves participants here from another call */
    moveParticipants(new MoveParticipants()),
    /** removes a participant */
    removeParticipant(new RemoveParticipant()),
    /** leaves a call or ends it for everyone */
    hangUp(new HangUp()),
    /** reads the state of one participant */
    getParticipant(new GetParticipant()),
    /** reads all participants */
    listParticipants(new ListParticipants()),
    /** reads the state of a call */
    getCallProperties(new GetCallProperties()),
    /** plays a file, a text or SSML */
    play(new Play()),
    /** listens to what a person says or presses, after a prompt if there is one */
    recognize(new Recognize()),
    /** ends all prompts and recognitions */
    cancelAllMedia(new CancelAllMedia()),
    /** begins to report each key that a person presses as an event */
    startContinuousDtmf(ContinuousDtmf.start()),
    /** ends to report keys as events */
    stopContinuousDtmf(ContinuousDtmf.stop()),
    /** presses keys for a phone in the call */
    sendDtmf(new SendDtmf()),
    /** puts a participant on hold, with music if there is some */
    hold(Hold.hold()),
    /** takes a participant back who is on hold */
    unhold(Hold.unhold()),
    /** mutes a participant */
    mute(new Mute()),
    /** begins to send the audio of a call through its WebSocket */
    startMediaStreaming(MediaStreaming.start()),
    /** ends to send the audio of a call */
    stopMediaStreaming(MediaStreaming.stop()),
    /** begins to send what is said as text through the WebSocket of a call */
    startTranscription(Transcription.start()),
    /** ends to send what is said as text */
    stopTranscription(Transcription.stop()),
    /** changes the language or the speech model of a transcription */
    updateTranscription(Transcription.update()),
    /** begins to record a call */
    startRecording(new StartRecording()),
    /** interrupts a recording */
    pauseRecording(PauseRecording.pause()),
    /** goes on with a recording */
    resumeRecording(PauseRecording.resume()),
    /** ends a recording */
    stopRecording(new StopRecording()),
    /** reads the state of a recording */
    getRecordingState(new GetRecordingState()),
    /** fetches a file of a recording */
    downloadRecording(new DownloadRecording()),
    /** deletes a file of a recording */
    deleteRecording(new DeleteRecording());

    private final CallAction action;
    private final EventKind source;
    private final StreamSource stream;

    AcsCallOperation() {
        this(null, null, null);
    }

    AcsCallOperation(EventKind source) {
        this(null, source, null);
    }

    AcsCallOperation(StreamSource stream) {
        this(null, null, stream);
    }

    AcsCallOperation(CallAction action) {
        this(action, null, null);
    }

    AcsCallOperation(CallAction action, EventKind source, StreamSource stream) {
        this.action = action;
        this.source = source;
        this.stream = stream;
    }

    /**
     * The action, empty for a source of events.
     */
    public Optional<CallAction> action() {
        return Optional.ofNullable(action);
    }

    /**
     * The road on which the events of a source come in, empty for an action.
     */
    Optional<EventKind> source() {
        return Optional.ofNullable(source);
    }

    /**
     * The kind of streams of a source of frames, empty for all others.
     */
    Optional<StreamSource> stream() {
        return Optional.ofNullable(stream);
    }

    /** Whether it gives exchanges. */
    boolean isConsumer() {
        return source != null || stream != null;
    }

    /** Whether it acts on the audio that goes back into a call. */
    boolean isAudio() {
        return this == sendAudio || this == stopAudio;
    }

    /**
     * Reads the path of a URI, case ignored.
     *
     * @throws IllegalArgumentException for an unknown word; the message lists the known ones
     */
    static AcsCallOperation parse(String path) {
        return Arrays.stream(values()).filter(one -> one.name().equalsIgnoreCase(path)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown action '" + path + "' in acs-call:" + path + ". Actions: " + names(false) + ". Consumers: "
                                                                + names(true) + ". For example acs-call:play"));
    }

    private static String names(boolean sources) {
        List<AcsCallOperation> all = List.of(values());
        return all.stream().filter(one -> one.isConsumer() == sources).map(Enum::name)
                .collect(Collectors.joining(", "));
    }
}
