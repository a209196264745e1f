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

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.call.CallSnapshot;
import io.acscall.simulator.call.CallerDetails;
import io.acscall.simulator.call.IncomingCall;
import io.acscall.simulator.call.Place;
import io.acscall.simulator.call.RunningCall;
import io.acscall.simulator.callback.DeliveryResult;
import io.acscall.simulator.callback.Spread;
import io.acscall.simulator.eventgrid.EventGridRefusedException;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import io.acscall.simulator.fault.Faults;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.people.PersonScript;
import io.acscall.simulator.replay.CallEntries;
import io.acscall.simulator.replay.CallRecording;
import io.acscall.simulator.replay.ReplayResult;
import io.acscall.simulator.settings.SimulatorSettings;
import io.acscall.simulator.stream.StreamKind;
import io.acscall.simulator.stream.StreamSnapshot;
import io.acscall.simulator.timeline.Timeline;
import io.acscall.simulator.timeline.TimelineEntry;
import io.acscall.simulator.tls.TlsIdentity;
import io.acscall.simulator.token.CallbackTokens;

/**
 * Azure Communication Services Call Automation in a box: REST API, signed callbacks, Event Grid, and people on the
 * phone who do what they are told. For tests, demos and development without an Azure account; it listens on the
 * loopback interface only.
 *
 * <pre>{@code
 * try (AcsSimulator simulator = AcsSimulator.builder().start()) {
 *     simulator.person("+16045550100").answersAfter(Duration.ofMillis(200)).hangsUpAfter(Duration.ofSeconds(5));
 *     // connectionString(), resourceId() and openIdConfigurationUri() are what the application needs
 * }
 * }</pre>
 *
 * All methods may be called from any thread but its own.
 */
public final class AcsSimulator implements AutoCloseable {

    /** The access key; base64 of a text that says that it is public. */
    public static final String DEVELOPMENT_KEY = "VGhpcyBrZXkgaXMgcHVibGljOiBhY3MtY2FsbCBzaW11bGF0b3I=";

    /** The immutable resource id, which is the audience of callback tokens. */
    public static final String RESOURCE_ID = "11111111-2222-4333-8444-555555555555";

    /** A shared secret for Event Grid deliveries, for those who have no better idea. */
    public static final String EVENT_GRID_SECRET = "acs-call-simulator-event-grid-secret";

    private static final Duration REPLAY_PATIENCE = Duration.ofSeconds(10);

    private final SimulatorRuntime runtime;

    private AcsSimulator(SimulatorRuntime runtime) {
        this.runtime = runtime;
    }

    /** Sets a simulator up; {@link AcsSimulatorBuilder#start()} starts it. */
    public static AcsSimulatorBuilder builder() {
        return new AcsSimulatorBuilder();
    }

    static AcsSimulator start(SimulatorSettings settings) {
        TlsIdentity tls = settings.tls() == null ? null : settings.tls().get();
        return new AcsSimulator(new SimulatorRuntime(settings, tls).listen());
    }

    /** The TCP port it listens on. */
    public int port() {
        return runtime.port();
    }

    /** Its address without a slash at the end, such as {@code http://127.0.0.1:8089}; https with TLS. */
    public String endpoint() {
        return runtime.endpoint();
    }

    /**
     * What a client needs to trust the simulator.
     *
     * @return empty when it speaks http; see {@link AcsSimulatorBuilder#tls()}
     */
    public Optional<TlsIdentity> tls() {
        return Optional.ofNullable(runtime.tls());
    }

    /** What an application needs to use it: address and access key. */
    public String connectionString() {
        return runtime.connection().connectionString();
    }

    /** Where an application learns how to check callback tokens. */
    public String openIdConfigurationUri() {
        return runtime.connection().openIdConfigurationUri();
    }

    /** The audience of callback tokens; {@link #RESOURCE_ID}. */
    public String resourceId() {
        return RESOURCE_ID;
    }

    /**
     * Says how a person behaves from now on.
     *
     * @param  numberOrRawId            a phone number such as {@code +16045550100}, or a raw id such as {@code 8:acs:…}
     * @throws IllegalArgumentException when it is neither
     */
    public PersonScript person(String numberOrRawId) {
        return new PersonScript(runtime.network().people(), Identifier.of(numberOrRawId));
    }

    /**
     * Subscribes an application to Event Grid, after the handshake of its schema; replaces the former subscription.
     * Waits for the application's answer.
     *
     * @throws EventGridRefusedException when the application did not pass the handshake, with what it answered
     */
    public void subscribeEventGrid(EventGridSubscription subscription) {
        try {
            runtime.eventGrid().subscribe(subscription).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof EventGridRefusedException refused ? refused : e;
        }
    }

    /** Delivers Event Grid events to nobody from now on. */
    public void unsubscribeEventGrid() {
        runtime.eventGrid().unsubscribe();
    }

    /**
     * Spreads what goes to one address over several nodes from now on, also after {@link #reset()}; see
     * {@link AcsSimulatorBuilder#spread}. Replaces what was said about the same address.
     */
    public void spread(URI base, URI... nodes) {
        runtime.nodes().spread(new Spread(base, List.of(nodes)));
    }

    /**
     * Somebody calls a number or user of the resource: an IncomingCall is delivered and the phone rings.
     *
     * @param from number or raw id of the caller
     * @param to   number or raw id that is called
     */
    public IncomingCall placeCall(String from, String to) {
        return placeCall(from, to, CallerDetails.NONE);
    }

    /**
     * As {@link #placeCall(String, String)}, with a display name or a custom context.
     */
    public IncomingCall placeCall(String from, String to, CallerDetails details) {
        return runtime.network().incoming().place(Identifier.of(from), Identifier.of(to), details);
    }

    /**
     * Has people talk to each other, so that an application can connect to their call with its server call id.
     *
     * @param people numbers or raw ids, at least one
     */
    public RunningCall runningCall(String... people) {
        return runningCall(Place.NONE, people);
    }

    /**
     * As {@link #runningCall(String...)}, in a group call or a room, to which an application connects with the id of
     * that.
     */
    public RunningCall runningCall(Place place, String... people) {
        return runtime.network().running().begin(Stream.of(people).map(Identifier::of).toList(), place);
    }

    /**
     * A person hangs up, or refuses while the phone rings.
     *
     * @param  callId                                 id of a call, or connection id of an application in it
     * @param  person                                 number or raw id
     * @throws io.acscall.simulator.http.ServiceFault when there is no such call, or the person is not in it
     */
    public void hangUp(String callId, String person) {
        runtime.network().actions().hangUp(callId, Identifier.of(person));
    }

    /** A person whose phone rings takes the call; parameters and errors as for {@link #hangUp}. */
    public void answer(String callId, String person) {
        runtime.network().actions().answer(callId, Identifier.of(person));
    }

    /** A person whose phone rings refuses; parameters and errors as for {@link #hangUp}. */
    public void decline(String callId, String person) {
        runtime.network().actions().decline(callId, Identifier.of(person));
    }

    /**
     * A person presses keys, such as {@code 12#}, which a running recognition and continuous DTMF recognition hear;
     * other parameters and errors as for {@link #hangUp}.
     */
    public void press(String callId, String person, String tones) {
        runtime.network().actions().press(callId, Identifier.of(person), tones);
    }

    /**
     * A person says something, which a running recognition hears; other parameters and errors as for {@link #hangUp}.
     */
    public void say(String callId, String person, String speech) {
        runtime.network().actions().say(callId, Identifier.of(person), speech);
    }

    /**
     * As {@link #say(String, String, String)}, taking its time.
     *
     * @param lasting for how long the voice is heard in streams of audio, and how the words are spread in transcripts
     */
    public void say(String callId, String person, String speech, Duration lasting) {
        runtime.network().actions().say(callId, Identifier.of(person), speech, lasting);
    }

    /**
     * The stream of audio of a call, as it is now or was last; the latest if several applications have one.
     *
     * @param  callId id of a call, or connection id of an application in it
     * @return        empty when no application asked for one
     */
    public Optional<StreamSnapshot> mediaStream(String callId) {
        return runtime.streamLogs().find(StreamKind.MEDIA, callId);
    }

    /** The transcription of a call; as {@link #mediaStream}. */
    public Optional<StreamSnapshot> transcription(String callId) {
        return runtime.streamLogs().find(StreamKind.TRANSCRIPTION, callId);
    }

    /** The calls there are, and those that ended lately, as they are now. */
    public List<CallSnapshot> calls() {
        return runtime.network().calls().snapshots();
    }

    /**
     * One call as it is now.
     *
     * @param callId id of a call, or connection id of an application in it
     */
    public Optional<CallSnapshot> call(String callId) {
        return runtime.network().calls().snapshot(callId);
    }

    /**
     * The call that somebody is in or is being rung by, which changes when people are transferred or moved; the latest
     * if there are several.
     *
     * @param person number or raw id
     */
    public Optional<CallSnapshot> callOf(String person) {
        String rawId = Identifier.of(person).rawId();
        return calls().stream().filter(call -> call.people().stream().anyMatch(one -> one.rawId().equals(rawId)))
                .reduce((earlier, later) -> later);
    }

    /**
     * Records a call as far as it has come, without the keys that people pressed and the words they said.
     *
     * @param  callId                                 id of a call, or connection id of an application in it
     * @return                                        its {@link CallRecording#toJson()} is what files hold
     * @throws io.acscall.simulator.http.ServiceFault when there is no such call, or the timeline has lost its beginning
     */
    public CallRecording exportCall(String callId) {
        return exportCall(callId, false);
    }

    /**
     * As {@link #exportCall(String)}.
     *
     * @param includeTones whether to tell which keys people pressed and what they said; needed to play a call again in
     *                     which they did
     */
    public CallRecording exportCall(String callId, boolean includeTones) {
        return runtime.exporter().export(callId, includeTones);
    }

    /**
     * Plays a recorded call against the application, which is to do what it did then: people call, answer, press keys
     * and hang up as they did, and the requests of the application are compared with those of the recording. Nothing
     * else should call meanwhile.
     *
     * @param  recording                    a file that {@link #exportCall(String, boolean)} made, of a call that people
     *                                      began, or that the application begins by itself soon
     * @throws AssertionError               when the application acts differently, with what is different and the
     *                                      timeline of the call
     * @throws IllegalArgumentException     when the file is no recording, or does not tell which keys people pressed
     * @throws java.io.UncheckedIOException when it cannot be read
     */
    public void replay(Path recording) {
        replay(recording, () -> {
        });
    }

    /**
     * As {@link #replay(Path)}, for a call that the application makes.
     *
     * @param application has the application make its call; runs on a thread of its own, and may wait until the call is
     *                    over
     */
    public void replay(Path recording, Runnable application) {
        replay(CallRecording.read(recording), REPLAY_PATIENCE, application);
    }

    /**
     * As {@link #replay(Path, Runnable)}.
     *
     * @param patience how long the application may take for each of its requests
     */
    public void replay(CallRecording recording, Duration patience, Runnable application) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(application, "acs-simulator-application");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((ignored, thrown) -> failure.set(thrown));
        try {
            ReplayResult result = runtime.replayer().replay(recording, patience, thread::start);
            if (!result.same()) {
                throw new AssertionError(result.report(), failure.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while a recorded call was played", e);
        }
    }

    /**
     * Moves the simulator's own time on: whoever is to answer, hang up or stop ringing in that time does so now, in
     * order. Returns when that has happened; callbacks that follow from it may still be on their way.
     *
     * @throws IllegalStateException when time is real; see {@link AcsSimulatorBuilder#time}
     */
    public void advance(Duration time) {
        runtime.advance(time);
    }

    /** What happened. */
    public Timeline timeline() {
        return runtime.timeline();
    }

    /**
     * Waits for a request; one that came already will do.
     *
     * @param  operation                name of the operation, such as {@code createCall}
     * @throws AssertionError           when none came in time, with the timeline in its message
     * @throws IllegalArgumentException when the simulator has no such operation
     */
    public TimelineEntry awaitRequest(String operation, Duration within) {
        return awaitRequests(operation, 1, within);
    }

    /**
     * Waits until there were so many requests of an operation, and returns the last of them; see {@link #awaitRequest}.
     */
    public TimelineEntry awaitRequests(String operation, int count, Duration within) {
        return timeline().await(timeline().isRequest(operation), count, within, count + " x request " + operation);
    }

    /**
     * As {@link #awaitRequest(String, Duration)}, for one call; when it fails, its message has the timeline of that
     * call.
     *
     * @param callId id of a call, or connection id of an application in it
     */
    public TimelineEntry awaitRequest(String operation, String callId, Duration within) {
        return timeline().await(entriesOf(callId), timeline().isRequest(operation), 1, within, "request " + operation);
    }

    /**
     * Waits for a callback event that was sent; one that was sent already will do.
     *
     * @param  type           event type, with or without the prefix {@code Microsoft.Communication.}
     * @throws AssertionError when none was sent in time, with the timeline in its message
     */
    public TimelineEntry awaitCallback(String type, Duration within) {
        return awaitCallbacks(type, 1, within);
    }

    /**
     * As {@link #awaitCallback(String, Duration)}, for one call; when it fails, its message has the timeline of that
     * call.
     *
     * @param callId id of a call, or connection id of an application in it
     */
    public TimelineEntry awaitCallback(String type, String callId, Duration within) {
        return timeline().await(entriesOf(callId), timeline().isCallback(type), 1, within, "callback " + type);
    }

    private Supplier<List<TimelineEntry>> entriesOf(String callId) {
        String id = call(callId).map(CallSnapshot::callId).orElse(callId);
        return () -> CallEntries.of(timeline(), id);
    }

    /** Waits until so many callbacks of a type were sent, and returns the last of them; see {@link #awaitCallback}. */
    public TimelineEntry awaitCallbacks(String type, int count, Duration within) {
        return timeline().await(timeline().isCallback(type), count, within, count + " x callback " + type);
    }

    /**
     * What goes wrong on purpose: callbacks that are early, late, lost or doubled, bad tokens, refused requests, a key
     * server that is down.
     */
    public Faults faults() {
        return runtime.faults();
    }

    /** Tokens for hand-made callbacks: the good one, and each kind of bad one. */
    public CallbackTokens tokens() {
        return runtime.tokens();
    }

    /**
     * Posts a hand-made body to an application, as if it were a callback.
     *
     * @param  target where to
     * @param  body   anything; the service itself sends an array with one CloudEvent
     * @param  token  a token of {@link #tokens()}, or null for no {@code Authorization} header
     * @return        completes with what was answered, never exceptionally
     */
    public CompletableFuture<DeliveryResult> sendCallback(URI target, JsonNode body, String token) {
        return runtime.sender().send(null, target, body, token);
    }

    /**
     * Forgets calls, scripts, faults, repeatable requests and the timeline, without a word to applications. Event Grid
     * stays subscribed.
     */
    public void reset() {
        runtime.reset();
    }

    /** The endpoints of the control API, such as {@code POST /simulator/reset}. */
    List<String> controlEndpoints() {
        return runtime.controlApi().endpoints();
    }

    /** Has people behave as a file says; see {@link PeopleFile}. */
    void people(Path file) {
        PeopleFile.read(file).forEach((person, script) -> runtime.network().people().change(person, former -> script));
    }

    /** Stops it; what was to be sent is dropped. */
    @Override
    public void close() {
        runtime.close();
    }
}
