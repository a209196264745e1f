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
package io.acscall.camel;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.azure.core.http.HttpClient;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FirstActionTest {

    private static final String ACTION = "acs-call:getCallProperties?callConnectionId=411f0b00";

    private final List<String> threads = new CopyOnWriteArrayList<>();
    private final HttpClient client = request -> {
        threads.add(Thread.currentThread().getName());
        return Mono.error(new IllegalStateException("there is no service here"));
    };
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final AcsCallComponent component = new AcsCallComponent(context);

    @BeforeEach
    void addComponent() {
        component.getConfiguration().setConnectionString("endpoint=http://127.0.0.1:1/;accesskey=MDEyMzQ1Njc4OWFiY2RlZg==");
        component.getConfiguration().setMaxRetries(0);
        context.addComponent("acs-call", component);
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private Exchange act() {
        return context.createProducerTemplate().request(ACTION, exchange -> {
        });
    }

    @Test
    void theClientIsMadeOnAThreadOfTheComponent() {
        context.getRegistry().bind("client", client);

        act();
        act();

        assertThat(threads).hasSize(2);
        assertThat(threads.get(0)).contains("AcsCall");
        assertThat(threads.get(1)).isEqualTo(Thread.currentThread().getName());
    }

    @Test
    void theProducerStartsWithoutAClient() throws Exception {
        context.getEndpoint(ACTION).createProducer().start();

        assertThat(component.isReadyToSend()).isFalse();
        act();
        assertThat(component.isReadyToSend()).isTrue();
    }

    @Test
    void theProducerDoesNotStartWithOptionsThatAreWrong() {
        component.getConfiguration().setConnectionString("endpoint=http://127.0.0.1:1/");

        assertThatThrownBy(() -> context.getEndpoint(ACTION).createProducer().start())
                .hasStackTraceContaining("accesskey");
    }

    @Test
    void theOnlyHttpClientOfTheApplicationIsTaken() {
        context.getRegistry().bind("client", client);

        assertThat(act().getException()).hasStackTraceContaining("there is no service here");
        assertThat(component.getConfiguration().getHttpClient()).isSameAs(client);
    }

    @Test
    void ofTwoHttpClientsNoneIsTaken() {
        context.getRegistry().bind("client", client);
        context.getRegistry().bind("other", (HttpClient) request -> Mono.empty());

        assertThat(act().getException()).isNotNull();
        assertThat(component.getConfiguration().getHttpClient()).isNull();
    }

    @Test
    void withoutAutowiringNoHttpClientIsTaken() {
        context.getRegistry().bind("client", client);
        component.setAutowiredEnabled(false);

        assertThat(act().getException()).isNotNull();
        assertThat(threads).isEmpty();
    }
}
