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
package io.acscall.camel.route;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.acscall.camel.CallOperationFailedException;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A move of several people ends when the last of them is reported, however long that takes. */
class MoveReportsTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String CALL = "401f0000-0000-4000-8000-000000000001";

    private StubService service;
    private CallApp app;
    private CompletableFuture<Exchange> moving;
    private String context;

    @BeforeEach
    void move() throws Exception {
        service = StubService.taking(CALL);
        app = CallApp.run(SIMULATOR.simulator(), settings -> settings.setConnectionString(service.connectionString()),
                routes -> routes.from("acs-call:events").to("mock:events"));
        moving = app.template().asyncSend("acs-call:moveParticipants?awaitEvent=true&fromCallConnectionId=other"
                                          + "&target=+16045550100,+16045550101,8:acs:r_u",
                exchange -> exchange.getMessage().setHeaders(Map.of("CamelAcsCallConnectionId", CALL)));
        await().atMost(SOON).until(() -> !service.requests().isEmpty());
        context = service.last().text("operationContext");
    }

    @AfterEach
    void stop() {
        app.close();
        service.close();
    }

    private void stillWaiting() {
        await().during(Duration.ofMillis(100)).atMost(SOON).until(() -> !moving.isDone());
    }

    @Test
    void itWaitsForTheLastReport() {
        app.deliver(Callbacks.event("MoveParticipantSucceeded", CALL, context));
        app.deliver(Callbacks.event("MoveParticipantSucceeded", CALL, context));
        stillWaiting();

        app.deliver(Callbacks.event("MoveParticipantSucceeded", CALL, context));

        Exchange done = moving.orTimeout(5, TimeUnit.SECONDS).join();
        Conversation.event(done, "MoveParticipantSucceeded");
    }

    @Test
    void aReportThatComesTwiceCountsOnce() {
        String twice = Callbacks.event("MoveParticipantSucceeded", CALL, context);
        app.deliver(twice);
        app.deliver(twice);
        app.deliver(Callbacks.event("MoveParticipantSucceeded", CALL, context));

        stillWaiting();
    }

    @Test
    void oneFailureIsToldWhenAllAreReported() {
        app.deliver(Callbacks.event("MoveParticipantFailed", CALL, context, 404, 8522));
        app.deliver(Callbacks.event("MoveParticipantSucceeded", CALL, context));
        stillWaiting();

        app.deliver(Callbacks.event("MoveParticipantSucceeded", CALL, context));

        Exchange done = moving.orTimeout(5, TimeUnit.SECONDS).join();
        assertThat(done.getException(CallOperationFailedException.class).getOutcome()).isEqualTo(Outcome.CALL_NOT_FOUND);
        assertThat(done.getException(CallOperationFailedException.class).getEvent().shortType())
                .isEqualTo("MoveParticipantFailed");
    }
}
