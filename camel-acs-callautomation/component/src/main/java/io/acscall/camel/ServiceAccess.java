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

import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import com.azure.core.credential.TokenCredential;
import io.acscall.camel.client.ConnectionString;
import io.acscall.camel.client.Credential;
import io.acscall.camel.client.ServiceClient;
import io.acscall.camel.client.ServiceClientBuilder;
import io.acscall.camel.client.UserAgent;

/**
 * The service as the component's options name it: where it is, with which credential, and the one client to it.
 */
final class ServiceAccess {

    private final AcsCallConfiguration configuration;
    private final Clock clock;
    private final String camelVersion;
    private ServiceClient client;

    ServiceAccess(AcsCallConfiguration configuration, Clock clock, String camelVersion) {
        this.configuration = configuration;
        this.clock = clock;
        this.camelVersion = camelVersion;
    }

    /**
     * Fails when the options do not say where the service is or who we are.
     */
    void check() {
        client();
    }

    /** Made at first use; it is cheap until the first request. */
    synchronized ServiceClient client() {
        if (client == null) {
            client = newClient();
        }
        return client;
    }

    synchronized void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }

    private ServiceClient newClient() {
        ServiceClientBuilder builder = new ServiceClientBuilder()
                .apiVersion(configuration.getApiVersion())
                .requestTimeout(configuration.getRequestTimeout())
                .maxRetries(configuration.getMaxRetries())
                .retryDelay(configuration.getRetryDelay())
                .userAgent(UserAgent.of("Camel/" + camelVersion))
                .recordingHosts(recordingHosts())
                .clock(clock);
        if (configuration.getHttpClient() != null) {
            builder.httpClient(configuration.getHttpClient());
        }
        if (configuration.getProxyOptions() != null) {
            builder.proxy(configuration.getProxyOptions());
        }
        return credential(builder).build();
    }

    private List<String> recordingHosts() {
        String hosts = configuration.getRecordingHosts();
        return hosts == null
                ? List.of() : Arrays.stream(hosts.split(",")).map(String::strip).filter(host -> !host.isEmpty()).toList();
    }

    private ServiceClientBuilder credential(ServiceClientBuilder builder) {
        return switch (credentialType()) {
            case CONNECTION_STRING -> builder.connectionString(ConnectionString.parse(
                    need("connectionString", configuration.getConnectionString(),
                            "endpoint=https://NAME.communication.azure.com/;accesskey=KEY")));
            case ACCESS_KEY -> builder.endpoint(endpointUri())
                    .credential(new Credential.AccessKey(
                            need("accessKey", configuration.getAccessKey(), "the key of the resource")));
            case TOKEN_CREDENTIAL -> builder.endpoint(endpointUri()).credential(new Credential.Token(tokenCredential()));
            case AZURE_IDENTITY ->
                builder.endpoint(endpointUri()).credential(new Credential.Token(DefaultIdentity.credential()));
        };
    }

    private CredentialType credentialType() {
        if (configuration.getCredentialType() != null) {
            return configuration.getCredentialType();
        }
        if (configuration.getConnectionString() != null) {
            return CredentialType.CONNECTION_STRING;
        }
        if (configuration.getAccessKey() != null) {
            return CredentialType.ACCESS_KEY;
        }
        if (configuration.getTokenCredential() != null) {
            return CredentialType.TOKEN_CREDENTIAL;
        }
        throw new IllegalArgumentException(
                "acs-call has no credentials: set the component option 'connectionString', for example "
                                           + "camel.component.acs-call.connection-string=endpoint=https://NAME.communication.azure.com/;"
                                           + "accesskey=KEY, or 'endpoint' with 'accessKey', 'tokenCredential' or credentialType=AZURE_IDENTITY");
    }

    private TokenCredential tokenCredential() {
        return Objects.requireNonNull(configuration.getTokenCredential(),
                "Option 'tokenCredential' is missing: a bean of type TokenCredential, for example tokenCredential=#bean:myCredential");
    }

    private URI endpointUri() {
        return URI.create(need("endpoint", configuration.getEndpoint(), "https://NAME.communication.azure.com").trim());
    }

    private static String need(String option, String value, String example) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "Option '" + option + "' of the component acs-call is missing, for example " + example);
        }
        return value;
    }

    /** The address of the service for display, or {@code null} when the options do not say it. */
    String endpoint() {
        if (configuration.getEndpoint() != null) {
            return configuration.getEndpoint();
        }
        return configuration.getConnectionString() == null
                ? null : ConnectionString.parse(configuration.getConnectionString()).endpoint().toString();
    }

    /**
     * What the tokens of waits are made with: known to every node of the application without a setting of its own.
     */
    byte[] contextKey() {
        String secret = configuration.getAccessKey();
        if (configuration.getConnectionString() != null) {
            secret = ConnectionString.parse(configuration.getConnectionString()).accessKey().base64();
        }
        String material = "acs-call wait token\n" + secret + "\n" + configuration.getImmutableResourceId();
        return Sha256.bytes(material);
    }
}
