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
package io.acscall.examples.ivr;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.LeftBehind;
import io.acscall.examples.ivr.demo.AgentOnDuty;
import io.acscall.examples.ivr.demo.Caller;
import io.acscall.examples.ivr.demo.SimulatedIvr;
import io.acscall.examples.ivr.demo.Ticket;
import io.acscall.simulator.fault.CallbackFault;
import io.acscall.simulator.fault.CallbackRule;
import io.acscall.simulator.fault.Faults;
import io.acscall.simulator.fault.RestRule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every caller gets what the menu promises, with the routes in Java and in YAML, whatever the service does. */
class IvrTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> OPERATIONS
            = List.of("answerCall", "recognize", "transferCallToParticipant", "play", "terminateCall");
    private static final Map<Language, SimulatedIvr> IVRS = new EnumMap<>(Language.class);

    @BeforeAll
    static void start() throws Exception {
        for (Language language : Language.values()) {
            IVRS.put(language, SimulatedIvr.start(language));
        }
    }

    @AfterAll
    static void stop() {
        IVRS.values().forEach(SimulatedIvr::close);
    }

    @BeforeEach
    void forget() {
        IVRS.values().forEach(ivr -> ivr.simulator().reset());
    }

    /** All for whom the agent is the same call at once. */
    static Stream<Arguments> callers() {
        return Stream.of(Language.values()).flatMap(language -> Stream.of(AgentOnDuty.values())
                .map(agent -> arguments(language, agent, Stream.of(Caller.values()).filter(agent::serves).toList())));
    }

    @ParameterizedTest(name = "{0}, the agent {1}")
    @MethodSource("callers")
    void everyCallerGetsATicketOrTheAgent(Language language, AgentOnDuty agent, List<Caller> callers) throws Exception {
        endAsTheyShould(IVRS.get(language), callers);
    }

    @ParameterizedTest(name = "{0}, the agent {1}")
    @MethodSource("callers")
    void everyCallerGetsATicketOrTheAgentThroughTheFaultsOfTheService(
            Language language, AgentOnDuty agent,
            List<Caller> callers)
            throws Exception {
        SimulatedIvr ivr = IVRS.get(language);
        Faults faults = ivr.simulator().faults().seed(agent.ordinal());
        faults.callbacks(CallbackRule.every().sometimes(CallbackFault.TWICE, 0.3).sometimes(CallbackFault.EARLY, 0.3)
                .sometimes(CallbackFault.OUT_OF_ORDER, 0.3).waitAtMost(Duration.ofMillis(50)));
        // as often in a row as the component tries again
        OPERATIONS.forEach(operation -> faults.rest(
                RestRule.of(operation).answers(429).retryAfter(Duration.ofMillis(20)).sometimes(0.5).times(3)));

        endAsTheyShould(ivr, callers);
    }

    @ParameterizedTest
    @EnumSource
    void whoHangsUpBetweenTwoStepsGetsATicketToo(Language language) throws Exception {
        SimulatedIvr ivr = IVRS.get(language);
        Caller caller = Caller.NEVER_PRESSES_ANYTHING;
        ivr.simulator().faults().rest(RestRule.of("recognize").answers(404).times(1));

        assertThat(ivr.call(caller)).containsExactly(new Ticket("none", caller.number(), "HUNG_UP"));
    }

    @ParameterizedTest
    @EnumSource
    void whoHangsUpHasHungUpAlsoWhenTheEventSaysSoLate(Language language) throws Exception {
        SimulatedIvr ivr = IVRS.get(language);
        ivr.simulator().faults().callbacks(
                CallbackRule.of("CallDisconnected").always(CallbackFault.LATE).delay(Duration.ofMillis(1_500)));

        assertThat(ivr.call(Caller.HANGS_UP_IN_A_LATER_MENU)).containsExactly(Caller.HANGS_UP_IN_A_LATER_MENU.ticket());
    }

    private static void endAsTheyShould(SimulatedIvr ivr, List<Caller> callers) throws Exception {
        assertThat(callers).isNotEmpty();
        Map<Caller, List<Ticket>> tickets = ivr.call(callers);

        assertThat(tickets).containsOnlyKeys(callers).allSatisfy((caller, written) -> assertThat(written).isEqualTo(
                caller.isHandedOver() ? List.of() : List.of(caller.ticket())));
        await("who is on the line").atMost(SOON).untilAsserted(() -> assertThat(callers).allSatisfy(
                caller -> assertThat(ivr.simulator().callOf(caller.number()).isPresent()).isEqualTo(caller.isHandedOver())));
        await("nothing stays behind").atMost(SOON).untilAsserted(() -> {
            assertThat(ivr.context().getInflightRepository().size()).isZero();
            assertThat(LeftBehind.in(ivr.context().getComponent("acs-call", AcsCallComponent.class))).isZero();
        });
    }
}
