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
package io.acscall.camel.springboot;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import io.acscall.camel.AckMode;
import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.AcsCallConfiguration;
import io.acscall.camel.CredentialType;
import io.acscall.camel.spi.OperationStore;
import io.acscall.camel.store.MemoryOperationStore;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PropertiesTest {

    private static final String PREFIX = "camel.component.acs-call.";
    private static final String SERVICE = "connection-string=endpoint=http://127.0.0.1:1/;accesskey=MDEyMzQ1Njc4OWFiY2RlZg==";

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(CamelAutoConfiguration.class, AcsCallComponentAutoConfiguration.class));

    private static AcsCallConfiguration configuration(CamelContext context) {
        return context.getComponent("acs-call", AcsCallComponent.class).getConfiguration();
    }

    private static String[] with(String... properties) {
        return List.of(properties).stream().map(PREFIX::concat).toArray(String[]::new);
    }

    @Test
    void textsNumbersWordsAndDurationsArrive() {
        application.withPropertyValues(with(
                "callback-base-uri=https://app.example.com", "maxBodySize=4096", "ack-mode=COMPLETED",
                "credential-type=access-key", "source-caller-id=+18005550100", "allowed-targets=+1604*,8:acs:*",
                "lazy-start-producer=true", "ack-timeout=1m30s", "request-timeout=PT5S", "retry-delay=250",
                "reject-unmatched=busy"))
                .run(started -> {
                    CamelContext context = started.getBean(CamelContext.class);
                    AcsCallConfiguration options = configuration(context);

                    assertThat(options.getCallbackBaseUri()).isEqualTo("https://app.example.com");
                    assertThat(options.getMaxBodySize()).isEqualTo(4096);
                    assertThat(options.getAckMode()).isEqualTo(AckMode.completed);
                    assertThat(options.getCredentialType()).isEqualTo(CredentialType.ACCESS_KEY);
                    assertThat(options.getSourceCallerId()).isEqualTo("+18005550100");
                    assertThat(options.getAllowedTargets()).isEqualTo("+1604*,8:acs:*");
                    assertThat(options.getAckTimeout()).isEqualTo(Duration.ofSeconds(90));
                    assertThat(options.getRequestTimeout()).isEqualTo(Duration.ofSeconds(5));
                    assertThat(options.getRetryDelay()).isEqualTo(Duration.ofMillis(250));
                    assertThat(options.getRejectUnmatched()).isEqualTo("busy");
                    assertThat(context.getComponent("acs-call", AcsCallComponent.class).isLazyStartProducer()).isTrue();
                });
    }

    @Test
    void whatIsNotSetIsAsTheComponentHasIt() {
        application.run(started -> assertThat(configuration(started.getBean(CamelContext.class)))
                .usingRecursiveComparison().ignoringFields("idempotentRepository", "operationStore")
                .isEqualTo(new AcsCallConfiguration()));
    }

    @Test
    void beansAreNamed() {
        application.withUserConfiguration(TwoOfEach.class).withPropertyValues(with(
                "token-credential=#bean:blue", "operation-store=#bean:blueStore", "http-client=#greenClient",
                "idempotent-repository=#bean:greenRepository"))
                .run(started -> {
                    AcsCallConfiguration options = configuration(started.getBean(CamelContext.class));

                    assertThat(options.getTokenCredential()).isSameAs(started.getBean("blue"));
                    assertThat(options.getOperationStore()).isSameAs(started.getBean("blueStore"));
                    assertThat(options.getHttpClient()).isSameAs(started.getBean("greenClient"));
                    assertThat(options.getIdempotentRepository()).isSameAs(started.getBean("greenRepository"));
                });
    }

    @Test
    void theOnlyBeanOfATypeNeedNotBeNamed() {
        application.withUserConfiguration(OneOfEach.class).withPropertyValues(with(SERVICE, "max-retries=0")).run(started -> {
            AcsCallConfiguration options = configuration(started.getBean(CamelContext.class));

            assertThat(options.getOperationStore()).isSameAs(started.getBean(OperationStore.class));
            act(started.getBean(CamelContext.class));
            assertThat(options.getHttpClient()).isSameAs(started.getBean(HttpClient.class));
        });
    }

    @Test
    void ofTwoBeansNoneIsTaken() {
        application.withUserConfiguration(TwoOfEach.class).withPropertyValues(with(SERVICE, "max-retries=0")).run(started -> {
            act(started.getBean(CamelContext.class));
            assertThat(configuration(started.getBean(CamelContext.class)).getHttpClient()).isNull();
        });
    }

    /** The first action looks for an HTTP client. */
    private static void act(CamelContext context) {
        Exchange asked = context.createProducerTemplate()
                .request("acs-call:getCallProperties?callConnectionId=411f0b00", exchange -> {
                });
        assertThat(asked.getException()).isNotNull();
    }

    @Test
    void singleOptionsGoOverTheObjectThatHoldsAll() {
        application.withBean("ours", AcsCallConfiguration.class, () -> {
            AcsCallConfiguration ours = new AcsCallConfiguration();
            ours.setCallbackPath("/ours");
            ours.setEventGridPath("/ours/event-grid");
            return ours;
        }).withPropertyValues(with("configuration=#bean:ours", "callback-path=/single", "max-retries=1"))
                .run(started -> {
                    AcsCallConfiguration options = configuration(started.getBean(CamelContext.class));

                    assertThat(options).isSameAs(started.getBean("ours"));
                    assertThat(options.getCallbackPath()).isEqualTo("/single");
                    assertThat(options.getEventGridPath()).isEqualTo("/ours/event-grid");
                    assertThat(options.getMaxRetries()).isEqualTo(1);
                });
    }

    /** As docs/spring-boot.md shows it. */
    @Configuration
    static class TwoResources {

        @Bean("second")
        AcsCallComponent second() {
            AcsCallComponent second = new AcsCallComponent();
            second.getConfiguration().setConnectionString(System.getenv("SECOND_CONNECTION_STRING"));
            second.getConfiguration().setCallbackPath("/second/events");
            second.getConfiguration().setEventGridPath("/second/event-grid");
            return second;
        }
    }

    @Test
    void aSecondComponentHasSettingsOfItsOwn() {
        application.withUserConfiguration(TwoResources.class)
                .withPropertyValues(with("callback-path=/first/events", "access-key=Zmlyc3Q="))
                .run(started -> {
                    CamelContext context = started.getBean(CamelContext.class);
                    AcsCallConfiguration second
                            = context.getComponent("second", AcsCallComponent.class).getConfiguration();

                    assertThat(configuration(context).getCallbackPath()).isEqualTo("/first/events");
                    assertThat(second.getCallbackPath()).isEqualTo("/second/events");
                    assertThat(second.getAccessKey()).isNull();
                });
    }

    @Test
    void camelPlaceholdersAndSpringPlaceholdersAreResolved() {
        application.withPropertyValues(with("callback-path={{our.path}}", "event-grid-path=${our.path}/grid"))
                .withPropertyValues("our.path=/ours")
                .run(started -> {
                    AcsCallConfiguration options = configuration(started.getBean(CamelContext.class));

                    assertThat(options.getCallbackPath()).isEqualTo("/ours");
                    assertThat(options.getEventGridPath()).isEqualTo("/ours/grid");
                });
    }

    @Test
    void nothingIsSetWhereItIsSwitchedOff() {
        for (String off : List.of("enabled=false", "customizer.enabled=false")) {
            application.withPropertyValues(with("callback-path=/ours", off))
                    .run(started -> assertThat(configuration(started.getBean(CamelContext.class)).getCallbackPath())
                            .isEqualTo("/acs-call/events"));
        }
    }

    @Test
    void aValueThatDoesNotFitIsRefusedWithTheNameOfItsOption() {
        for (Map.Entry<String, String> wrong : Map.of("ackTimeout", "soon", "operationStore", "#bean:nobody").entrySet()) {
            application.withPropertyValues(with(wrong.getKey() + "=" + wrong.getValue()))
                    .run(started -> assertThatThrownBy(() -> configuration(started.getBean(CamelContext.class)))
                            .hasStackTraceContaining(wrong.getKey() + "=" + wrong.getValue()));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OneOfEach {

        @Bean
        HttpClient client() {
            return request -> Mono.error(new IllegalStateException("there is no service here"));
        }

        @Bean
        OperationStore store() {
            return new MemoryOperationStore(10, Clock.systemUTC());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoOfEach {

        @Bean
        TokenCredential blue() {
            return request -> Mono.<AccessToken> empty();
        }

        @Bean
        TokenCredential green() {
            return request -> Mono.<AccessToken> empty();
        }

        @Bean
        HttpClient blueClient() {
            return request -> Mono.empty();
        }

        @Bean
        HttpClient greenClient() {
            return request -> Mono.empty();
        }

        @Bean
        OperationStore blueStore() {
            return new MemoryOperationStore(10, Clock.systemUTC());
        }

        @Bean
        OperationStore greenStore() {
            return new MemoryOperationStore(10, Clock.systemUTC());
        }

        @Bean
        IdempotentRepository blueRepository() {
            return MemoryIdempotentRepository.memoryIdempotentRepository(10);
        }

        @Bean
        IdempotentRepository greenRepository() {
            return MemoryIdempotentRepository.memoryIdempotentRepository(10);
        }
    }
}
