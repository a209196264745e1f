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

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.acscall.camel.AcsCallException;
import io.acscall.camel.action.CallParticipant;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.acscall.camel.route.Conversation.ANN;
import static io.acscall.camel.route.Conversation.BOB;
import static io.acscall.camel.route.Conversation.CAT;
import static io.acscall.camel.route.Conversation.DAN;
import static io.acscall.camel.route.Conversation.GONE;
import static org.assertj.core.api.Assertions.assertThat;

/** Lists that come in pages, whose links are followed on the service's own host only. */
class ListParticipantsTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension(builder -> builder.participantPage(2));

    private static final String LIST = "acs-call:listParticipants";

    private static StubService.Reply page(String nextLink) {
        return new StubService.Reply(
                200, Map.of("Content-Type", "application/json"),
                "{\"value\":[{\"identifier\":{\"rawId\":\"4:+16045550100\"},\"isMuted\":true}],\"nextLink\":\"" + nextLink
                                                                 + "\"}");
    }

    private static CallApp app(StubService service) throws Exception {
        return CallApp.run(SIMULATOR.simulator(), settings -> settings.setConnectionString(service.connectionString()),
                routes -> routes.from("acs-call:events").to("mock:events"));
    }

    private static String address(StubService service) {
        return service.connectionString().replaceAll("^endpoint=|/;.*$", "");
    }

    @Test
    void allPagesAreRead(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> routes.from("acs-call:events").to("mock:events"))) {
            Conversation talk = new Conversation(app);
            String call = talk.among(ANN, BOB, CAT, DAN);

            Exchange done = talk.in(call, LIST);

            assertThat(done.getException()).isNull();
            List<?> people = done.getMessage().getBody(List.class);
            assertThat(people).hasSize(5).allSatisfy(one -> assertThat(one).isInstanceOf(CallParticipant.class))
                    .extracting(one -> ((CallParticipant) one).id()).contains(ANN, BOB, CAT, DAN);
            assertThat(simulator.timeline().requests("listParticipants")).hasSize(3);
            assertThat(done.getMessage().getHeaders()).containsEntry("CamelAcsCallConnectionId", call)
                    .doesNotContainKey("CamelAcsCallOutcome");
        }
    }

    @Test
    void aCallThatIsGoneHasNoList(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> routes.from("acs-call:events").to("mock:events"))) {
            AcsCallException refused = Conversation.refusal(new Conversation(app).in(GONE, LIST));

            assertThat(refused.getOutcome()).isEqualTo(Outcome.CALL_NOT_FOUND);
            assertThat(refused.getAction()).isEqualTo("listParticipants");
        }
    }

    @Test
    void aLinkToAnotherHostIsNotFollowed() throws Exception {
        try (StubService other = StubService.taking("call");
             StubService service = new StubService(request -> page(address(other) + "/calling/next"));
             CallApp app = app(service)) {

            AcsCallException refused = Conversation.refusal(new Conversation(app).in("one", LIST));

            assertThat(other.requests()).as("nobody else gets our signature").isEmpty();
            assertThat(service.requests()).hasSize(1);
            assertThat(refused.getCallConnectionId()).isEqualTo("one");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/calling/next", "not an address", "ftp://127.0.0.1/calling/next", "http:calling" })
    void aLinkThatIsNoAddressFailsTheStepAsAnyOtherAnswer(String link) throws Exception {
        try (StubService service = new StubService(request -> page(link));
             CallApp app = app(service)) {

            Exchange thrown = new Conversation(app).in("one", LIST);
            Exchange quiet = new Conversation(app).in("one", LIST + "?throwExceptionOnFailure=false");

            assertThat(Conversation.refusal(thrown).getAction()).isEqualTo("listParticipants");
            assertThat(thrown.getException()).hasMessageNotContaining(link);
            assertThat(quiet.getException()).isNull();
            assertThat(quiet.getMessage().getHeader("CamelAcsCallOutcome")).isNotNull();
        }
    }

    @Test
    void aLaterPageThatIsRefusedFailsTheWholeList() throws Exception {
        AtomicReference<String> own = new AtomicReference<>();
        try (StubService service = new StubService(
                request -> request.pathAndQuery().contains("skip=1")
                        ? StubService.Reply.error(404, "8522", "Call not found")
                        : page(own.get() + "/calling/next?api-version=2026-03-12&skip=1"));
             CallApp app = app(service)) {
            own.set(address(service));

            AcsCallException refused = Conversation.refusal(new Conversation(app).in("one", LIST));

            assertThat(refused.getOutcome()).isEqualTo(Outcome.CALL_NOT_FOUND);
            assertThat(service.last().pathAndQuery()).as("the link as it is")
                    .isEqualTo("/calling/next?api-version=2026-03-12&skip=1");
        }
    }
}
