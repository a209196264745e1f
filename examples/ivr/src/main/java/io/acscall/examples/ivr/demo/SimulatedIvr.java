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
package io.acscall.examples.ivr.demo;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import io.acscall.camel.AcsCallComponent;
import io.acscall.examples.ivr.Ivr;
import io.acscall.examples.ivr.Language;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import io.acscall.simulator.timeline.TimelineListening;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.main.Main;

/** The application as it is, with a simulator in the place of Azure, each on a free port of the loopback interface. */
public final class SimulatedIvr implements AutoCloseable {

    /** The number that people call. */
    public static final String NUMBER = "+18005550100";

    /** Who takes the calls that are handed over. */
    public static final String AGENT = "+16045550199";

    private static final String TICKETS = "select topic, phone, reason from ticket where phone = ? order by id";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AcsSimulator simulator;
    private final Main application;

    private SimulatedIvr(AcsSimulator simulator, Language language) {
        this.simulator = simulator;
        this.application = Ivr.application(language);
        settings().forEach(application::addOverrideProperty);
    }

    /** Starts both. */
    public static SimulatedIvr start(Language language) throws Exception {
        AcsSimulator simulator = AcsSimulator.builder().noAnswerAfter(Duration.ofMillis(200)).speechRate(400)
                .maxSilence(Duration.ofMillis(50)).start();
        SimulatedIvr ivr = new SimulatedIvr(simulator, language);
        try {
            ivr.connect();
            return ivr;
        } catch (Exception e) {
            ivr.close();
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
                Map.entry("ivr.number", NUMBER),
                Map.entry("ivr.agent", AGENT),
                Map.entry("ivr.database-url", "jdbc:h2:mem:" + UUID.randomUUID()));
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
     * Has somebody call, and waits until the application is done with the call.
     *
     * @return the tickets that there are of this call
     */
    public List<Ticket> call(Caller caller) throws SQLException {
        return call(List.of(caller)).get(caller);
    }

    /**
     * Has people call at once, and waits until the application is done with all of them.
     *
     * @param  callers who calls; those whom the agent treats differently can't call at once
     * @return         the tickets that there are of each call
     */
    public Map<Caller, List<Ticket>> call(Collection<Caller> callers) throws SQLException {
        Map<Caller, Integer> before = new EnumMap<>(Caller.class);
        for (Caller caller : callers) {
            caller.script(simulator.person(caller.number()), simulator.person(AGENT));
            before.put(caller, tickets(caller.number()).size());
        }
        NotifyBuilder done = new NotifyBuilder(context()).fromRoute("incoming-call").whenDone(callers.size()).create();
        List<TimelineListening> menus = callers.stream().map(this::hangingUp).toList();
        try {
            callers.forEach(caller -> simulator.placeCall(caller.number(), NUMBER));
            await(done, callers);
        } finally {
            menus.forEach(TimelineListening::close);
        }
        Map<Caller, List<Ticket>> written = new EnumMap<>(Caller.class);
        for (Caller caller : callers) {
            List<Ticket> all = tickets(caller.number());
            written.put(caller, all.subList(before.get(caller), all.size()));
        }
        return written;
    }

    /** Counts the prompts that the caller hears, for one who hangs up during one of them. */
    private TimelineListening hangingUp(Caller caller) {
        Set<String> prompts = ConcurrentHashMap.newKeySet();
        return simulator.timeline().onEntry(entry -> {
            boolean another = simulator.timeline().isCallback("PlayStarted").test(entry) && isOnTheLine(caller, entry.callId())
                    && prompts.add(entry.body().at("/0/id").asText());
            if (another && caller.hangsUpIn(prompts.size())) {
                simulator.hangUp(entry.callId(), caller.number());
            }
        });
    }

    private boolean isOnTheLine(Caller caller, String callId) {
        return simulator.callOf(caller.number()).filter(call -> call.callId().equals(callId)).isPresent();
    }

    private static void await(NotifyBuilder done, Collection<Caller> callers) {
        boolean matches = done.matches(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        done.destroy();
        if (!matches) {
            throw new IllegalStateException("The menu was not done with " + callers + " within " + PATIENCE);
        }
    }

    private List<Ticket> tickets(String phone) throws SQLException {
        DataSource dataSource = context().getRegistry().findSingleByType(DataSource.class);
        try (Connection connection = dataSource.getConnection();
             PreparedStatement statement = connection.prepareStatement(TICKETS)) {
            statement.setString(1, phone);
            List<Ticket> tickets = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    tickets.add(new Ticket(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
            return tickets;
        }
    }

    @Override
    public void close() {
        application.stop();
        simulator.close();
    }
}
