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
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.util.URISupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What can be set, and how it is said when it is wrong. No Kafka is needed. */
class OptionsTest {

    private static RouteBuilder from(String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).to("mock:records");
            }
        };
    }

    private static void refused(String uri, String... words) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(from(uri));
            assertThatThrownBy(context::start)
                    .satisfies(
                            failed -> assertThat(words).allSatisfy(word -> assertThat(failed).hasStackTraceContaining(word)));
        }
    }

    @Test
    void whatIsMissingOrWrongIsNamed() throws Exception {
        refused("acs-call-kafka:topic?groupId=g", "brokers", "kafka-1:9092");
        refused("acs-call-kafka:topic?brokers=127.0.0.1:9", "groupId");
        refused("acs-call-kafka:topic?brokers=127.0.0.1:9&groupId=g&maxInFlight=0", "maxInFlight=0", "maxInFlight=1000");
        refused("acs-call-kafka:topic?brokers=127.0.0.1:9&groupId=g&retryDelay=-5", "retryDelay");
        refused("acs-call-kafka:?brokers=127.0.0.1:9&groupId=g", "topic");
        refused("acs-call-kafka:topic?brokers=127.0.0.1:9&groupId=g&autoOffsetReset=sometimes", "sometimes");
    }

    @Test
    void itCanNotBeSentTo() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            assertThatThrownBy(() -> context.createProducerTemplate().sendBody("acs-call-kafka:topic", "body"))
                    .hasStackTraceContaining("to(\"kafka:topic\")");
        }
    }

    @Test
    void anOptionOfTheUriWinsOverTheComponent() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            AcsCallKafkaComponent component = context.getComponent("acs-call-kafka", AcsCallKafkaComponent.class);
            component.getConfiguration().setGroupId("common");
            component.getConfiguration().setAdditionalProperties(Map.of("a", "1", "b", "1"));
            AcsCallKafkaConfiguration ours
                    = context.getEndpoint("acs-call-kafka:one,two?groupId=own&maxInFlight=7&revokeTimeout=3s"
                                          + "&additionalProperties.b=2&additionalProperties.c.d=3",
                            AcsCallKafkaEndpoint.class).getConfiguration();

            assertThat(ours.getGroupId()).isEqualTo("own");
            assertThat(ours.getMaxInFlight()).isEqualTo(7);
            assertThat(ours.getRevokeTimeout()).isEqualTo(Duration.ofSeconds(3));
            assertThat(ours.getAdditionalProperties())
                    .containsExactlyInAnyOrderEntriesOf(Map.of("a", "1", "b", "2", "c.d", "3"));
            assertThat(component.getConfiguration().getGroupId()).isEqualTo("common");
        }
    }

    @Test
    void propertiesOfCamelMainSetComponentAndForwarder() throws Exception {
        Main main = new Main();
        main.addInitialProperty("camel.component.acs-call-kafka.brokers", "kafka-1:9092");
        main.addInitialProperty("camel.component.acs-call-kafka.retry-delay", "5s");
        main.addInitialProperty("camel.component.acs-call-kafka.additional-properties[session.timeout.ms]", "30000");
        main.addInitialProperty("camel.beans.replies", "#class:io.acscall.camel.kafka.KafkaReplyForwarder");
        main.addInitialProperty("camel.beans.replies.brokers", "kafka-2:9092");
        main.addInitialProperty("camel.beans.replies.partitions", "3");
        main.addInitialProperty("camel.beans.replies.answerTimeout", "5s");
        main.addInitialProperty("camel.beans.replies.additionalProperties[request.timeout.ms]", "60000");
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").to("mock:end");
            }
        });
        main.start();
        try {
            CamelContext context = main.getCamelContext();
            AcsCallKafkaConfiguration options
                    = context.getComponent("acs-call-kafka", AcsCallKafkaComponent.class).getConfiguration();
            assertThat(options.getBrokers()).isEqualTo("kafka-1:9092");
            assertThat(options.getRetryDelay()).isEqualTo(Duration.ofSeconds(5));
            assertThat(options.getAdditionalProperties()).containsEntry("session.timeout.ms", "30000");
            KafkaReplyForwarder replies = context.getRegistry().lookupByNameAndType("replies", KafkaReplyForwarder.class);
            assertThat(replies.getBrokers()).isEqualTo("kafka-2:9092");
            assertThat(replies.getPartitions()).isEqualTo(3);
            assertThat(replies.getAnswerTimeout()).isEqualTo(Duration.ofSeconds(5));
            assertThat(replies.getAdditionalProperties()).containsEntry("request.timeout.ms", "60000");
        } finally {
            main.stop();
        }
    }

    @Test
    void secretsAreHidden() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getComponent("acs-call-kafka");

            assertThat(URISupport.sanitizeUri("acs-call-kafka:t?saslJaasConfig=RAW(hush)&brokers=b")).doesNotContain("hush");
            assertThat(URISupport.sanitizeUri("acs-call-kafka:t?additionalProperties.sasl.jaas.config=RAW(hush)"))
                    .doesNotContain("hush");
            assertThat(URISupport.sanitizeUri("acs-call-kafka:t?additionalProperties.ssl.keystore.password=hush"))
                    .doesNotContain("hush");
            assertThat(CamelContextHelper.containsSensitive(context, "sasl-jaas-config")).isTrue();
            assertThat(CamelContextHelper.containsSensitive(context, "additional-properties[sasl.jaas.config]")).isTrue();
            assertThat(CamelContextHelper.containsSensitive(context, "additional-properties[ssl.key.password]")).isTrue();
            assertThat(CamelContextHelper.containsSensitive(context, "brokers")).isFalse();
        }
        KafkaAccess access = new KafkaAccess("b", "SASL_SSL", "PLAIN", "hush", Map.of("ssl.key.password", "hush"));
        assertThat(access.toString()).contains("b").doesNotContain("hush");
    }
}
