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
package io.acscall.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

import io.acscall.simulator.call.CallEnding;
import io.acscall.simulator.call.CallEvents;
import io.acscall.simulator.call.CallLimits;
import io.acscall.simulator.call.CallNotes;
import io.acscall.simulator.call.Calls;
import io.acscall.simulator.call.IncomingAnnouncer;
import io.acscall.simulator.call.IncomingCalls;
import io.acscall.simulator.call.Invitations;
import io.acscall.simulator.call.LegTies;
import io.acscall.simulator.call.Offers;
import io.acscall.simulator.call.OutgoingCalls;
import io.acscall.simulator.call.OwnIdentities;
import io.acscall.simulator.call.PeopleActions;
import io.acscall.simulator.call.RecordingEvents;
import io.acscall.simulator.call.RecordingFiler;
import io.acscall.simulator.call.Recordings;
import io.acscall.simulator.call.Ringing;
import io.acscall.simulator.call.RunningCalls;
import io.acscall.simulator.call.ScriptedReplies;
import io.acscall.simulator.call.Transfers;
import io.acscall.simulator.callback.CallbackEnvelope;
import io.acscall.simulator.callback.CallbackSender;
import io.acscall.simulator.id.Ids;
import io.acscall.simulator.operation.AppIdentity;
import io.acscall.simulator.operation.CallOperations;
import io.acscall.simulator.operation.CallbackUris;
import io.acscall.simulator.operation.MediaOperations;
import io.acscall.simulator.operation.ParticipantOperations;
import io.acscall.simulator.operation.PlaySources;
import io.acscall.simulator.operation.RecordingOperations;
import io.acscall.simulator.operation.ScriptedFailures;
import io.acscall.simulator.operation.StreamOperations;
import io.acscall.simulator.people.People;
import io.acscall.simulator.rest.OperationTable;
import io.acscall.simulator.settings.SimulatorSettings;
import io.acscall.simulator.stream.LegStreams;
import io.acscall.simulator.stream.StreamDesk;
import io.acscall.simulator.time.SimulatorScheduler;
import io.acscall.simulator.timeline.Timeline;

/** People and their calls, put together: all that is not HTTP. */
final class PhoneNetwork {

    private static final int ENDED_CALLS = 500;
    private static final Duration ENDED_CALLS_KEPT = Duration.ofMinutes(30);

    private final People people = new People();
    private final OwnIdentities own;
    private final Calls calls;
    private final IncomingCalls incoming;
    private final RunningCalls running;
    private final PeopleActions actions;
    private final Recordings recordings;

    /**
     * @param announcer tells applications about incoming calls
     * @param filer     gets what was recorded
     * @param table     gets the operations
     * @param endpoint  the address of the service
     * @param streams   what streams of audio and words share
     * @param failures  what goes wrong with actions on purpose
     */
    PhoneNetwork(SimulatorSettings settings, Ids ids, Clock clock, SimulatorScheduler scheduler, Timeline timeline,
                 CallbackSender sender, IncomingAnnouncer announcer, RecordingFiler filer, OperationTable table,
                 Supplier<String> endpoint, StreamDesk streams, ScriptedFailures failures) {
        own = new OwnIdentities(settings.ownNumbers(), AcsSimulator.RESOURCE_ID, people);
        CallbackEnvelope envelope = new CallbackEnvelope(clock, ids);
        CallEvents events = new CallEvents(envelope);
        calls = new Calls(
                ids, clock, sender, new CallLimits(settings.maxCalls(), ENDED_CALLS, ENDED_CALLS_KEPT),
                (call, leg) -> new LegStreams(
                        leg.setup().streams(), leg.setup().cognitiveServices(),
                        new LegTies(call, leg, events, people, timeline), streams));
        CallNotes notes = new CallNotes(timeline);
        CallEnding ending = new CallEnding(calls, events, notes);
        Offers offers = new Offers(calls, own, announcer, ids, scheduler, settings.ringTime());
        Ringing ringing = new Ringing(people, scheduler, offers, ending, events, notes);
        incoming = new IncomingCalls(
                calls, offers, ringing, ending, events, notes, people, scheduler, settings.noAnswerAfter());
        actions = new PeopleActions(calls, ringing, ending, events, notes);
        OutgoingCalls outgoing = new OutgoingCalls(calls, ringing, ending, events, settings.noAnswerAfter());
        running = new RunningCalls(calls, ringing, ending, events, notes, scheduler);
        CallbackUris callbackUris = new CallbackUris(settings.strict());
        AppIdentity app = new AppIdentity(AcsSimulator.RESOURCE_ID, ids);
        new CallOperations(calls, outgoing, incoming, running, ending, callbackUris, app).addTo(table);
        new ParticipantOperations(calls, ending, events, notes, callbackUris, settings.noAnswerAfter()).addTo(
                table, new Invitations(ringing, ending, events, notes, ids),
                new Transfers(calls, ringing, ending, events, notes, scheduler), settings.participantPage(), endpoint);
        new StreamOperations(calls, callbackUris).addTo(table);
        new MediaOperations(
                calls, events, notes, callbackUris, new PlaySources(settings.playTime(), settings.speechRate()), failures,
                scheduler,
                settings.strict())
                .addTo(table, new ScriptedReplies(people, notes), settings.maxSilence());
        recordings = new Recordings(calls, new RecordingEvents(envelope), notes, filer, ids, clock, scheduler);
        new RecordingOperations(recordings, callbackUris, failures).addTo(table);
    }

    People people() {
        return people;
    }

    Calls calls() {
        return calls;
    }

    IncomingCalls incoming() {
        return incoming;
    }

    RunningCalls running() {
        return running;
    }

    PeopleActions actions() {
        return actions;
    }

    /** Forgets people and calls. */
    void clear() {
        calls.clear();
        recordings.clear();
        people.clear();
        own.clear();
    }
}
