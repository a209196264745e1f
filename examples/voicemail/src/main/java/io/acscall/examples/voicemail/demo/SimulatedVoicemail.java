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
package io.acscall.examples.voicemail.demo;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import io.acscall.camel.AcsCallComponent;
import io.acscall.examples.voicemail.Voicemail;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.TimelineEntry;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.main.Main;

/** The application as it is, with a simulator in the place of Azure, each on a free port of the loopback interface. */
public final class SimulatedVoicemail implements AutoCloseable {

    /** The number that people call. */
    public static final String NUMBER = "+18005550100";
    /** The phone that nobody takes. */
    public static final String DESK = "+16045550199";
    /** How long a message may be. */
    public static final Duration LONGEST_MESSAGE = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TAKEN = 202;

    private final AcsSimulator simulator;
    private final Main application;
    private final Path folder;

    private SimulatedVoicemail(AcsSimulator simulator, Path folder) {
        this.simulator = simulator;
        this.folder = folder;
        this.application = Voicemail.application();
        settings().forEach(application::addOverrideProperty);
    }

    /**
     * Starts both.
     *
     * @param folder where messages are stored
     */
    public static SimulatedVoicemail start(Path folder) throws Exception {
        AcsSimulator simulator = AcsSimulator.builder().noAnswerAfter(Duration.ofMillis(700)).speechRate(80)
                .maxSilence(LONGEST_MESSAGE).start();
        SimulatedVoicemail voicemail = new SimulatedVoicemail(simulator, folder);
        try {
            voicemail.connect();
            return voicemail;
        } catch (Exception e) {
            voicemail.close();
            throw e;
        }
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("camel.server.host", "127.0.0.1"),
                Map.entry("camel.server.port", "0"),
                Map.entry("camel.component.acs-call.connection-string", simulator.connectionString()),
                Map.entry("camel.component.acs-call.immutable-resource-id", simulator.resourceId()),
                Map.entry("camel.component.acs-call.open-id-configuration-uri", simulator.openIdConfigurationUri()),
                // the port is known once the server listens, see connect()
                Map.entry("camel.component.acs-call.callback-base-uri", "http://127.0.0.1"),
                Map.entry("camel.component.acs-call.event-grid-secret", AcsSimulator.EVENT_GRID_SECRET),
                Map.entry("camel.component.acs-call.cognitive-services-endpoint", "https://speech.example.com/"),
                Map.entry("voicemail.number", NUMBER),
                Map.entry("voicemail.desk", DESK),
                Map.entry("voicemail.longest-message", LONGEST_MESSAGE.toMillis() + ""),
                Map.entry("voicemail.folder", folder.toString()),
                Map.entry("voicemail.database-url", "jdbc:h2:mem:" + UUID.randomUUID()));
    }

    private void connect() throws Exception {
        application.start();
        String address = "http://127.0.0.1:"
                         + context().getComponent("platform-http", PlatformHttpComponent.class).getEngine().getServerPort();
        context().getComponent("acs-call", AcsCallComponent.class).getConfiguration().setCallbackBaseUri(address);
        URI eventGrid = URI.create(address + "/acs-call/event-grid?secret=" + AcsSimulator.EVENT_GRID_SECRET);
        simulator.subscribeEventGrid(EventGridSubscription.to(eventGrid, EventGridSchema.EVENT_GRID));
    }

    /** The service. */
    public AcsSimulator simulator() {
        return simulator;
    }

    /** The routes. */
    public CamelContext context() {
        return application.getCamelContext();
    }

    /**
     * Has somebody call, and waits until the application is done with the call and its recording.
     *
     * @return the tickets that there are of this call
     */
    public List<Ticket> call(Caller caller) throws SQLException {
        TicketBook book
                = new TicketBook(context().getRegistry().findSingleByType(DataSource.class), folder);
        int before = book.of(caller.number()).size();
        caller.script(simulator.person(caller.number()), simulator.person(DESK));
        NotifyBuilder done = done("incoming-call");
        NotifyBuilder understood = done("words");
        int deleted = simulator.timeline().requests("deleteRecording").size();
        String call = simulator.placeCall(caller.number(), NUMBER).callId();
        if (caller.isRecorded()) {
            simulator.timeline().await(entry -> isAskedFor(call, entry), 1, PATIENCE, "the prompt of the message");
            speak(call, caller, understood);
            // the last step, when all is stored
            simulator.awaitRequests("deleteRecording", deleted + 1, PATIENCE);
        }
        await(done, "the call was not over", caller);
        List<Ticket> all = book.of(caller.number());
        return all.subList(before, all.size());
    }

    /** The last thing before somebody may speak: recording and transcription are on by then. */
    private static boolean isAskedFor(String call, TimelineEntry entry) {
        return entry.kind() == EntryKind.RESPONSE && "recognize".equals(entry.type()) && call.equals(entry.callId())
                && entry.status() == TAKEN;
    }

    private void speak(String call, Caller caller, NotifyBuilder understood) {
        caller.words().ifPresent(words -> {
            simulator.say(call, caller.number(), words, Caller.SPEAKS);
            await(understood, "nothing was understood", caller);
        });
        switch (caller.ending()) {
            case PRESSES_HASH -> simulator.press(call, caller.number(), "#");
            case HANGS_UP -> simulator.hangUp(call, caller.number());
            case HANGS_UP_EARLY, WAITS -> {
                // by script, or not at all
            }
        }
    }

    private NotifyBuilder done(String route) {
        return new NotifyBuilder(context()).fromRoute(route).whenDone(1).create();
    }

    private static void await(NotifyBuilder notify, String otherwise, Caller caller) {
        boolean matches = notify.matches(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        notify.destroy();
        if (!matches) {
            throw new IllegalStateException("Within " + PATIENCE + " " + otherwise + " of who " + caller.describe());
        }
    }

    @Override
    public void close() {
        application.stop();
        simulator.close();
    }
}
