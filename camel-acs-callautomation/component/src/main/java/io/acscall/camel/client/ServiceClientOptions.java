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
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import com.azure.core.http.HttpClient;
import com.azure.core.http.ProxyOptions;

/**
 * What a {@link ServiceClient} is made of; {@link ServiceClientBuilder} fills in what is left out.
 *
 * @param endpoint       the address of the resource, without a path
 * @param credential     how the client proves who it is
 * @param apiVersion     the {@code api-version} of every request, for example {@code 2026-03-12}
 * @param httpClient     sends the requests and stays open when the client closes; {@code null} for the JDK's, made at
 *                       the first request
 * @param proxy          for the JDK's HTTP client; {@code null} for the one of Java's system properties, if any
 * @param requestTimeout the longest time of one try
 * @param maxRetries     how often a request is tried again, 0 for never
 * @param retryDelay     the first back-off; it doubles with each try, up to 30 s
 * @param userAgent      the {@code User-Agent} header, see {@link UserAgent}
 * @param clock          the time of signatures and dates
 * @param ids            the {@code x-ms-client-request-id}s
 * @param jitter         numbers from 0 to 1 that spread the back-off
 * @param recordingHosts hosts beside those of the service that recordings are fetched from: names, or endings such as
 *                       {@code *.example.com}
 * @param timer          waits for retries and runs nothing else; stays open when the client closes; {@code null} for
 *                       one of the client's own
 */
public record ServiceClientOptions(
        URI endpoint, Credential credential, String apiVersion, HttpClient httpClient, ProxyOptions proxy,
        Duration requestTimeout, int maxRetries, Duration retryDelay, String userAgent, Clock clock, Supplier<UUID> ids,
        DoubleSupplier jitter, List<String> recordingHosts, ScheduledExecutorService timer) {

    /** The newest stable version that this client was written for. */
    public static final String DEFAULT_API_VERSION = "2026-03-12";

    private static final Pattern API_VERSION = Pattern.compile("[0-9A-Za-z.-]+");

    /**
     * @throws IllegalArgumentException when a value is out of its range; the message names the option
     * @throws NullPointerException     when a value that is not marked as nullable is null
     */
    public ServiceClientOptions {
        endpoint = Endpoint.of(endpoint).uri();
        Objects.requireNonNull(credential, "credential");
        Objects.requireNonNull(apiVersion, "apiVersion");
        Objects.requireNonNull(userAgent, "userAgent");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(ids, "ids");
        Objects.requireNonNull(jitter, "jitter");
        recordingHosts = List.copyOf(recordingHosts);
        require(API_VERSION.matcher(apiVersion).matches(), "apiVersion", "a date such as 2026-03-12", apiVersion);
        require(isPositive(requestTimeout), "requestTimeout", "longer than zero, for example 30s", requestTimeout);
        require(maxRetries >= 0, "maxRetries", "zero or more, for example 3", maxRetries);
        require(!retryDelay.isNegative(), "retryDelay", "zero or longer, for example 800ms", retryDelay);
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static void require(boolean good, String option, String rule, Object value) {
        if (!good) {
            throw new IllegalArgumentException("The option " + option + " must be " + rule + ", but was: " + value);
        }
    }
}
