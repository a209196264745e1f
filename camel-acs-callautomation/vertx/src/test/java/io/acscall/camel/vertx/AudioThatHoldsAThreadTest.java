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
package io.acscall.camel.vertx;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever keeps a thread of the component until audio is written gets it back when all others are kept the same way.
 */
class AudioThatHoldsAThreadTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final List<String> PEOPLE = List.of("+16045550101", "+16045550102");
    private static final byte[] TWO_SECONDS = new byte[64_000];

    private final CyclicBarrier allThreadsAreHeld = new CyclicBarrier(PEOPLE.size());

    @Test
    void itIsWrittenAllTheSame(AcsSimulator simulator) throws Exception {
        try (StreamApp app = StreamApp.run(simulator, settings -> {
            settings.setCompletionPoolSize(PEOPLE.size());
            settings.setSourceCallerId("+18005550100");
        }, routes())) {
            app.mock("begun").expectedMessageCount(PEOPLE.size());
            List<String> calls = PEOPLE.stream().map(person -> call(app, person)).toList();
            app.mock("begun").assertIsSatisfied();

            var begun = calls.stream().map(call -> app.context().createProducerTemplate().asyncSend("direct:both",
                    exchange -> exchange.getMessage()
                            .setHeaders(new HashMap<>(Map.of("CamelAcsCallConnectionId", call)))))
                    .toList();

            assertThat(begun).allSatisfy(
                    one -> assertThat(one.get(SOON.toSeconds(), TimeUnit.SECONDS).getException()).isNull());
            // a stream that is up would hold the stop until its time is nearly over
            simulator.reset();
        }
    }

    private LambdaRouteBuilder routes() {
        return routes -> {
            routes.from("acs-call:events").to("mock:events");
            routes.from("acs-call:mediaStream?kinds=metadata").to("mock:begun");
            // after the first step the exchange is on one of the two threads
            routes.from("direct:both").to("acs-call:getCallProperties").process(exchange -> {
                allThreadsAreHeld.await(SOON.toSeconds(), TimeUnit.SECONDS);
                Exchange written = exchange.getContext().createProducerTemplate()
                        .send("acs-call:sendAudio?awaitWritten=true", copy -> {
                            copy.getMessage().setHeaders(exchange.getMessage().getHeaders());
                            copy.getMessage().setBody(TWO_SECONDS);
                        });
                exchange.setException(written.getException());
            });
        };
    }

    private static String call(StreamApp app, String person) {
        Exchange up = app.send("acs-call:createCall?awaitEvent=true&hangUpOn=none&mediaStreaming.startMediaStreaming=true"
                               + "&mediaStreaming.enableBidirectional=true",
                null, Map.of("CamelAcsCallTarget", person));
        assertThat(up.getException()).isNull();
        return up.getMessage().getHeader("CamelAcsCallConnectionId", String.class);
    }
}
