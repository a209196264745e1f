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
package io.acscall.camel.client;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

import com.azure.core.http.HttpClient;
import com.azure.core.http.ProxyOptions;

/**
 * Collects the options of a {@link ServiceClient}. Endpoint and credential are needed, all else has a default. Not for
 * use by several threads.
 */
public final class ServiceClientBuilder {

    private URI endpoint;
    private Credential credential;
    private String apiVersion = ServiceClientOptions.DEFAULT_API_VERSION;
    private HttpClient httpClient;
    private ProxyOptions proxy;
    private Duration requestTimeout = Duration.ofSeconds(30);
    private int maxRetries = 3;
    private Duration retryDelay = Duration.ofMillis(800);
    private String userAgent;
    private Clock clock = Clock.systemUTC();
    private Supplier<UUID> ids = UUID::randomUUID;
    private DoubleSupplier jitter = () -> ThreadLocalRandom.current().nextDouble();
    private List<String> recordingHosts = List.of();
    private ScheduledExecutorService timer;

    /** Endpoint and key at once. */
    public ServiceClientBuilder connectionString(ConnectionString value) {
        return endpoint(value.endpoint()).credential(value.accessKey());
    }

    /** The address of the resource, for example {@code https://contoso.communication.azure.com}. */
    public ServiceClientBuilder endpoint(URI value) {
        endpoint = value;
        return this;
    }

    /** A key of the resource or a source of tokens. */
    public ServiceClientBuilder credential(Credential value) {
        credential = value;
        return this;
    }

    /** The version of the REST API; default {@value ServiceClientOptions#DEFAULT_API_VERSION}. */
    public ServiceClientBuilder apiVersion(String value) {
        apiVersion = value;
        return this;
    }

    /** The HTTP client; {@code null} (default) for the JDK's. It is not closed by the service client. */
    public ServiceClientBuilder httpClient(HttpClient value) {
        httpClient = value;
        return this;
    }

    /** The proxy of the JDK's HTTP client; {@code null} (default) for the one of Java's system properties. */
    public ServiceClientBuilder proxy(ProxyOptions value) {
        proxy = value;
        return this;
    }

    /** The longest time of one try; default 30 s. */
    public ServiceClientBuilder requestTimeout(Duration value) {
        requestTimeout = value;
        return this;
    }

    /** How often a request is tried again; default 3. */
    public ServiceClientBuilder maxRetries(int value) {
        maxRetries = value;
        return this;
    }

    /** The first back-off, which doubles with each try; default 800 ms. */
    public ServiceClientBuilder retryDelay(Duration value) {
        retryDelay = value;
        return this;
    }

    /** The {@code User-Agent} header; default {@link UserAgent#of(String...)} without parts. */
    public ServiceClientBuilder userAgent(String value) {
        userAgent = value;
        return this;
    }

    /** The clock; default the system's. */
    public ServiceClientBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /** The request ids; default random UUIDs. */
    public ServiceClientBuilder ids(Supplier<UUID> value) {
        ids = value;
        return this;
    }

    /** Numbers from 0 to 1 that spread the back-off; default random. */
    public ServiceClientBuilder jitter(DoubleSupplier value) {
        jitter = value;
        return this;
    }

    /** Hosts beside those of the service that recordings are fetched from; default none. */
    public ServiceClientBuilder recordingHosts(List<String> value) {
        recordingHosts = value;
        return this;
    }

    /** The timer that waits for retries; {@code null} (default) for one of the client's own. It is not shut down. */
    public ServiceClientBuilder timer(ScheduledExecutorService value) {
        timer = value;
        return this;
    }

    /**
     * The options as they stand.
     *
     * @throws IllegalArgumentException when one is out of its range
     * @throws NullPointerException     when one is missing
     */
    public ServiceClientOptions options() {
        return new ServiceClientOptions(
                endpoint, credential, apiVersion, httpClient, proxy, requestTimeout, maxRetries, retryDelay,
                userAgent == null ? UserAgent.of() : userAgent, clock,
                ids,
                jitter, recordingHosts, timer);
    }

    /**
     * A client with these options; nothing is opened before its first request.
     *
     * @throws IllegalArgumentException when an option is out of its range
     * @throws NullPointerException     when one is missing
     */
    public ServiceClient build() {
        return new ServiceClient(options());
    }
}
