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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.fail;

/**
 * What the tests of the client share: a key, a time, requests, and the end of a future.
 */
final class TestClient {

    static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    static final Instant NOW = Instant.parse("2026-04-02T09:15:00Z");
    static final Repeatability REPEATABILITY
            = new Repeatability(UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e"), NOW.minusSeconds(60));
    static final String CREATE = "/calling/callConnections";
    static final String PLAY = "/calling/callConnections/401f0000-0000-4000-8000-000000000001:play";

    private TestClient() {
    }

    static ServiceClientBuilder to(URI endpoint) {
        return new ServiceClientBuilder()
                .endpoint(endpoint)
                .credential(new Credential.AccessKey(KEY))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .jitter(() -> 1)
                .requestTimeout(Duration.ofSeconds(20))
                .retryDelay(Duration.ofMillis(100));
    }

    static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode().put("callbackUri", "https://app.example.com/cb");
    }

    static ServiceRequest repeatable() {
        return ServiceRequest.post(CREATE, body()).withRepeatability(REPEATABILITY);
    }

    static ServiceRequest notRepeatable() {
        return ServiceRequest.post(PLAY, body());
    }

    static ServiceResponse answer(CompletableFuture<ServiceResponse> sent) throws Exception {
        return sent.get(30, TimeUnit.SECONDS);
    }

    static ServiceException failure(CompletableFuture<ServiceResponse> sent) throws Exception {
        try {
            return fail("succeeded with " + sent.get(30, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return (ServiceException) e.getCause();
        }
    }
}
