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
package io.acscall.camel.kafka;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import io.acscall.camel.AckMode;
import io.acscall.camel.kafka.broker.KafkaBroker;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaComponent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The routes of the manual: callbacks go to Kafka on one node, and calls go on with them on another. */
class WorkerTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final Duration LONG = Duration.ofSeconds(30);

    private static KafkaBroker broker;
    private static Topics topics;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = KafkaBroker.start();
        topics = new Topics(broker.brokers());
        topics.make("acs-call-events", 3);
    }

    @AfterAll
    static void stopBroker() {
        topics.close();
        broker.close();
    }

    private static void ingress(NodeApp.Settings settings) {
        KafkaComponent sender = new KafkaComponent(settings.context());
        sender.getConfiguration().setBrokers(broker.brokers());
        settings.context().addComponent("kafka", sender);
        settings.calls().setAckMode(AckMode.completed);
    }

    /** A call with two steps that wait, and everything that is told of it. */
    private static RouteBuilder application(Queue<String> told) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ring").to("acs-call:createCall?target=RAW(+16045550100)&awaitEvent=true")
                        .to("acs-call:play?text=Hello&voice=en-US-JennyNeural&awaitEvent=true")
                        .to("acs-call:hangUp?forEveryone=true&awaitEvent=true");
                from("acs-call:events").process(exchange -> told.add(
                        exchange.getMessage().getHeader("CamelAcsCallEventType", String.class)));
            }
        };
    }

    /** Takes whatever comes, as it is: a stranger on the way. */
    private static RouteBuilder anyIngress() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:/acs-call/events").convertBodyTo(String.class).removeHeaders("*")
                        .to(ExchangePattern.InOnly, "kafka:acs-call-events").setBody(constant(""));
            }
        };
    }

    @Test
    void aStepGoesOnWithWhatTheServicePostedToSomebodyElse(AcsSimulator simulator) throws Exception {
        stepsGoOn(simulator, anyIngress());
    }

    private static void stepsGoOn(AcsSimulator simulator, RouteBuilder ingressRoutes) throws Exception {
        simulator.person("+16045550100").answersAfter(Duration.ofMillis(50));
        Queue<String> told = new ConcurrentLinkedQueue<>();
        try (NodeApp ingress = NodeApp.run(simulator, broker.brokers(), WorkerTest::ingress, ingressRoutes);
             NodeApp worker = NodeApp.run(simulator, broker.brokers(),
                     settings -> settings.calls().setCallbackBaseUri(ingress.address()), new KafkaManualRoutes.Worker(),
                     application(told))) {
            Exchange done = worker.send("direct:ring").get(60, TimeUnit.SECONDS);

            assertThat(done.getException()).isNull();
            await().atMost(LONG).untilAsserted(() -> assertThat(told).contains("CallConnected", "PlayCompleted",
                    "CallDisconnected"));
        }
    }
}
