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
import java.util.function.Function;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
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
    private final Function<Class<?>, Object> onlyBean;
    /** Its options are good. */
    private ServiceClientBuilder checked;
    private volatile ServiceClient client;

    /** For who has no registry. */
    ServiceAccess(AcsCallConfiguration configuration, Clock clock, String camelVersion) {
        this(configuration, clock, camelVersion, type -> null);
    }

    /**
     * @param onlyBean gives the only bean of a class, {@code null} where there is none or are several
     */
    ServiceAccess(AcsCallConfiguration configuration, Clock clock, String camelVersion, Function<Class<?>, Object> onlyBean) {
        this.configuration = configuration;
        this.clock = clock;
        this.camelVersion = camelVersion;
        this.onlyBean = onlyBean;
    }

    /**
     * Fails when the options do not say where the service is or who we are. Makes no client: that loads azure-core,
     * Reactor and Jackson, which an application is to start without.
     */
    synchronized void check() {
        if (checked == null) {
            ServiceClientBuilder builder = builder();
            builder.options();
            checked = builder;
        }
    }

    /**
     * Made at first use, which takes some tenths of a second: not on a network thread; see {@link #isMade()}. It opens
     * nothing until the first request.
     */
    ServiceClient client() {
        ServiceClient made = client;
        return made == null ? makeOnce() : made;
    }

    private synchronized ServiceClient makeOnce() {
        if (client == null) {
            check();
            client = checked.httpClient(httpClient()).build();
        }
        return client;
    }

    /** Whether the next who asks for the client gets it at once. */
    boolean isMade() {
        return client != null;
    }

    synchronized void close() {
        if (client != null) {
            client.close();
            client = null;
        }
        checked = null;
    }

    /**
     * The option, else the only one that the application has. Camel would look for it while it starts, and so load
     * azure-core.
     */
    private HttpClient httpClient() {
        if (configuration.getHttpClient() == null) {
            configuration.setHttpClient((HttpClient) onlyBean.apply(HttpClient.class));
        }
        return configuration.getHttpClient();
    }

    private ServiceClientBuilder builder() {
        ServiceClientBuilder builder = new ServiceClientBuilder()
                .apiVersion(configuration.getApiVersion())
                .requestTimeout(configuration.getRequestTimeout())
                .maxRetries(configuration.getMaxRetries())
                .retryDelay(configuration.getRetryDelay())
                .userAgent(UserAgent.of("Camel/" + camelVersion))
                .recordingHosts(recordingHosts())
                .clock(clock);
        if (configuration.getProxyOptions() != null) {
            builder.proxy(configuration.getProxyOptions());
        }
        return credential(builder);
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
