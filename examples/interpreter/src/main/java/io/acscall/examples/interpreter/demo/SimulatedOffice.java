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
package io.acscall.examples.interpreter.demo;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import io.acscall.camel.AcsCallComponent;
import io.acscall.examples.interpreter.Interpreter;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import io.acscall.simulator.people.PersonScript;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.TimelineEntry;
import io.acscall.simulator.timeline.TimelineListening;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.main.Main;

/** The application as it is, with a simulator in the place of Azure, each on a free port of the loopback interface. */
public final class SimulatedOffice implements AutoCloseable {

    /** The number that people call. */
    public static final String NUMBER = "+18005550100";
    /** The phone of the office. */
    public static final String OFFICE = "+16045550199";
    /** The sample interpreters of the directory. */
    public static final Map<String, String> INTERPRETERS = Map.of(
            "Olena", "+16045550201", "Taras", "+16045550202", "Petro", "+16045550203", "Ines", "+16045550211",
            "Rui", "+16045550212", "Amal", "+16045550221", "Basim", "+16045550222", "Dalia", "+16045550223");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OFFICE_AND_A_WAVE = 3;
    private static final int TAKEN = 202;

    private final AcsSimulator simulator;
    private final Main application;

    private SimulatedOffice(AcsSimulator simulator, Map<String, String> settings) {
        this.simulator = simulator;
        this.application = Interpreter.application();
        settings().forEach(application::addOverrideProperty);
        settings.forEach(application::addOverrideProperty);
    }

    /** Starts both. */
    public static SimulatedOffice start() throws Exception {
        return start(Map.of());
    }

    /** Starts both, the application with settings of its own. */
    public static SimulatedOffice start(Map<String, String> settings) throws Exception {
        return start(AcsSimulator.builder().speechRate(1000).maxSilence(Duration.ofMillis(50)).start(), settings);
    }

    /** Starts the application with a simulator that runs, and is closed together with it. */
    public static SimulatedOffice start(AcsSimulator simulator, Map<String, String> settings) throws Exception {
        SimulatedOffice office = new SimulatedOffice(simulator, settings);
        try {
            office.connect();
            return office;
        } catch (Exception e) {
            office.close();
            throw e;
        }
    }

    private Map<String, String> settings() {
        return new HashMap<>(
                Map.ofEntries(
                        Map.entry("camel.server.host", "127.0.0.1"),
                        Map.entry("camel.server.port", "0"),
                        Map.entry("camel.component.acs-call.connection-string", simulator.connectionString()),
                        Map.entry("camel.component.acs-call.immutable-resource-id", simulator.resourceId()),
                        Map.entry("camel.component.acs-call.open-id-configuration-uri", simulator.openIdConfigurationUri()),
                        // the port is known once the server listens, see connect()
                        Map.entry("camel.component.acs-call.callback-base-uri", "http://127.0.0.1"),
                        Map.entry("camel.component.acs-call.event-grid-secret", AcsSimulator.EVENT_GRID_SECRET),
                        Map.entry("camel.component.acs-call.cognitive-services-endpoint", "https://speech.example.com/"),
                        Map.entry("camel.component.acs-call.allowed-targets", "+1604555*"),
                        Map.entry("interpreter.number", NUMBER),
                        Map.entry("interpreter.office", OFFICE),
                        Map.entry("interpreter.ring-seconds", "1"),
                        Map.entry("interpreter.look-every", "500"),
                        Map.entry("interpreter.database-url", "jdbc:h2:mem:" + UUID.randomUUID())));
    }

    private void connect() throws Exception {
        application.start();
        context().getComponent("acs-call", AcsCallComponent.class).getConfiguration().setCallbackBaseUri(address());
        URI eventGrid = URI.create(address() + "/acs-call/event-grid?secret=" + AcsSimulator.EVENT_GRID_SECRET);
        simulator.subscribeEventGrid(EventGridSubscription.to(eventGrid, EventGridSchema.EVENT_GRID));
    }

    /** Where the application listens. */
    public String address() {
        return "http://127.0.0.1:"
               + context().getComponent("platform-http", PlatformHttpComponent.class).getEngine().getServerPort();
    }

    /** The service. */
    public AcsSimulator simulator() {
        return simulator;
    }

    /** The routes. */
    public CamelContext context() {
        return application.getCamelContext();
    }

    /** What the application has written down. */
    public ConversationBook book() {
        return new ConversationBook(context().getRegistry().findSingleByType(DataSource.class));
    }

    /**
     * Has somebody call, and waits until the application is done with the call.
     *
     * @return the conversations that there are of this call: one
     */
    public List<Conversation> call(Customer customer) throws SQLException {
        int before = book().of(customer.number()).size();
        INTERPRETERS.forEach((name, phone) -> customer.phoneOf(name).accept(atOnce(phone)));
        customer.phoneOf(OFFICE).accept(atOnce(OFFICE));
        customer.script(simulator.person(customer.number()));
        NotifyBuilder done = done(1);
        TimelineListening listening = simulator.timeline().onEntry(entry -> hangUp(customer, entry));
        try {
            simulator.placeCall(customer.number(), NUMBER);
            await(done);
        } finally {
            listening.close();
        }
        List<Conversation> all = book().of(customer.number());
        return all.subList(before, all.size());
    }

    /** Somebody who does at once whatever is said next, also when a customer before wanted it otherwise. */
    private PersonScript atOnce(String phone) {
        return simulator.person(phone).answersAfter(Duration.ZERO);
    }

    /** Fulfilled when so many calls from now on have begun and ended, and the application knows. */
    public NotifyBuilder done(int calls) {
        return new NotifyBuilder(context()).fromRoute("incoming-call").whenDone(calls).and().fromRoute("people")
                .filter(exchange -> "CallDisconnected".equals(exchange.getMessage().getHeader("CamelAcsCallEventType")))
                .whenDone(calls).create();
    }

    /** Waits for that. */
    public static void await(NotifyBuilder done) {
        boolean matches = done.matches(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        done.destroy();
        if (!matches) {
            throw new IllegalStateException("The application was not done within " + PATIENCE);
        }
    }

    /** Customers hang up when they have heard who has joined, or impatiently while two interpreters are rung. */
    private void hangUp(Customer customer, TimelineEntry entry) {
        boolean heard = simulator.timeline().isRequest("play").test(entry)
                && entry.body().at("/playSources/0/text/text").asText().endsWith("has joined.");
        boolean impatient = customer.hangsUpWhileTheyRing() && isInvitation(entry)
                && simulator.timeline().entries().stream().filter(SimulatedOffice::isInvitation)
                        .filter(other -> other.callId().equals(entry.callId())).count()
                   == OFFICE_AND_A_WAVE;
        // a request that was throttled comes twice
        if ((heard || impatient) && isOnTheLine(customer)) {
            simulator.hangUp(entry.callId(), customer.number());
        }
    }

    private boolean isOnTheLine(Customer customer) {
        return simulator.callOf(customer.number()).isPresent();
    }

    private static boolean isInvitation(TimelineEntry entry) {
        return entry.kind() == EntryKind.RESPONSE && "addParticipant".equals(entry.type()) && entry.status() == TAKEN;
    }

    /** Stops the application alone. */
    public void stopApplication() {
        application.stop();
    }

    @Override
    public void close() {
        stopApplication();
        simulator.close();
    }
}
