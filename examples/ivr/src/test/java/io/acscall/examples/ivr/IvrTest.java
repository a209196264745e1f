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
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.acscall.examples.ivr.demo.Caller;
import io.acscall.examples.ivr.demo.SimulatedIvr;
import io.acscall.examples.ivr.demo.Ticket;
import io.acscall.simulator.fault.CallbackFault;
import io.acscall.simulator.fault.CallbackRule;
import io.acscall.simulator.fault.RestRule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every caller gets what the menu promises, with the routes in Java and in YAML, whatever the service does. */
class IvrTest {

    private static final Duration SOON = Duration.ofSeconds(30);
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

    static Stream<Arguments> callers() {
        return Stream.of(Language.values()).flatMap(
                language -> Arrays.stream(Caller.values()).map(caller -> arguments(language, caller)));
    }

    @ParameterizedTest
    @MethodSource("callers")
    void everyCallerGetsATicketOrTheAgent(Language language, Caller caller) throws Exception {
        endsAsItShould(IVRS.get(language), caller);
    }

    @ParameterizedTest
    @MethodSource("callers")
    void everyCallerGetsATicketOrTheAgentThroughTheFaultsOfTheService(Language language, Caller caller) throws Exception {
        SimulatedIvr ivr = IVRS.get(language);
        ivr.simulator().faults().seed(caller.ordinal())
                .callbacks(CallbackRule.every().sometimes(CallbackFault.TWICE, 0.3).sometimes(CallbackFault.EARLY, 0.3)
                        .sometimes(CallbackFault.OUT_OF_ORDER, 0.3).waitAtMost(Duration.ofMillis(50)))
                .rest(RestRule.every().answers(429).retryAfter(Duration.ofMillis(20)).sometimes(0.2));

        endsAsItShould(ivr, caller);
    }

    private static void endsAsItShould(SimulatedIvr ivr, Caller caller) throws Exception {
        List<Ticket> tickets = ivr.call(caller);

        assertThat(tickets).isEqualTo(caller.isHandedOver() ? List.of() : List.of(caller.ticket()));
        assertThat(ivr.simulator().timeline().callbacks("CallTransferAccepted")).hasSize(caller.isHandedOver() ? 1 : 0);
        await("nothing stays behind").atMost(SOON)
                .untilAsserted(() -> assertThat(ivr.context().getInflightRepository().size()).isZero());
    }
}
