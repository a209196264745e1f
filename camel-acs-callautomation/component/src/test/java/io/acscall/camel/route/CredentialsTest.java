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

import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import com.azure.core.credential.AccessToken;
import io.acscall.camel.AcsCallConfiguration;
import io.acscall.camel.AcsCallException;
import io.acscall.camel.CredentialType;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The ways to say who we are. */
class CredentialsTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static Exchange create(Consumer<AcsCallConfiguration> settings) throws Exception {
        try (CallApp app = CallApp.run(SIMULATOR.simulator(), configuration -> {
            configuration.setConnectionString(null);
            settings.accept(configuration);
        }, routes -> routes.from("direct:in").to("acs-call:createCall?target=+16045550100&callbackUri=http://127.0.0.1:1/x"))) {
            return app.send("direct:in");
        }
    }

    @Test
    void anEndpointWithAnAccessKey(AcsSimulator simulator) throws Exception {
        assertThat(create(settings -> {
            settings.setEndpoint(simulator.endpoint());
            settings.setAccessKey(AcsSimulator.DEVELOPMENT_KEY);
        }).getException()).isNull();
    }

    @Test
    void anEndpointWithATokenOfEntra() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (StubService service = StubService.taking("the-call")) {
            Exchange made = create(settings -> {
                settings.setEndpoint(service.connectionString().replaceAll("endpoint=(.*)/;.*", "$1"));
                settings.setTokenCredential(request -> {
                    asked.incrementAndGet();
                    assertThat(request.getScopes()).containsExactly("https://communication.azure.com//.default");
                    return Mono.just(new AccessToken("a.b.c", OffsetDateTime.now().plusHours(1)));
                });
            });

            assertThat(made.getException()).isNull();
            assertThat(service.last().headers()).containsEntry("authorization", "Bearer a.b.c");
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void aCredentialThatGetsNoTokenSendsNothing() throws Exception {
        try (StubService service = StubService.taking("the-call")) {
            Exchange failed = create(settings -> {
                settings.setEndpoint(service.connectionString().replaceAll("endpoint=(.*)/;.*", "$1"));
                settings.setTokenCredential(request -> Mono.error(new IllegalStateException("no token today")));
            });

            assertThat(failed.getException()).isInstanceOf(AcsCallException.class);
            assertThat(failed.getException(AcsCallException.class).getOutcome()).isIn(Outcome.UNAUTHORIZED, Outcome.NOT_SENT);
            assertThat(service.requests()).isEmpty();
        }
    }

    @Test
    void aCredentialTypeSaysWhichOneCounts(AcsSimulator simulator) throws Exception {
        assertThat(create(settings -> {
            settings.setConnectionString("endpoint=http://127.0.0.1:1/;accesskey=" + AcsSimulator.DEVELOPMENT_KEY);
            settings.setEndpoint(simulator.endpoint());
            settings.setAccessKey(AcsSimulator.DEVELOPMENT_KEY);
            settings.setCredentialType(CredentialType.ACCESS_KEY);
        }).getException()).isNull();
    }

    @Test
    void whatTheCredentialTypeNeedsIsNamedWhenItIsMissing() {
        assertThatThrownBy(() -> create(settings -> settings.setCredentialType(CredentialType.CONNECTION_STRING)))
                .hasStackTraceContaining("Option 'connectionString'");
        assertThatThrownBy(() -> create(settings -> settings.setAccessKey(AcsSimulator.DEVELOPMENT_KEY)))
                .hasStackTraceContaining("Option 'endpoint'").hasStackTraceContaining("https://NAME.communication.azure.com");
        assertThatThrownBy(() -> create(settings -> {
            settings.setEndpoint("https://name.communication.azure.com");
            settings.setCredentialType(CredentialType.TOKEN_CREDENTIAL);
        })).hasStackTraceContaining("tokenCredential");
        assertThatThrownBy(() -> create(settings -> settings.setConnectionString("endpoint=https://name.example.com/")))
                .hasStackTraceContaining("accesskey").hasStackTraceContaining("connectionString");
    }

    @Test
    void aKeyIsNeverSentOverPlainHttpToAnotherMachine() throws Exception {
        assertThatThrownBy(() -> {
            Exchange failed = create(settings -> {
                settings.setEndpoint("http://name.communication.azure.com");
                settings.setAccessKey(AcsSimulator.DEVELOPMENT_KEY);
            });
            throw failed.getException();
        }).hasStackTraceContaining("https");
    }
}
