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

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.callback.DeliveryResult;

/**
 * Posts hand-made callbacks with good tokens to an application.
 */
record Knocking(AcsSimulator simulator, CallApp app) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Posts and does not wait. */
    CompletableFuture<DeliveryResult> post(String body) {
        try {
            return simulator.sendCallback(URI.create(app.address("/acs-call/events")), JSON.readTree(body),
                    simulator.tokens().valid());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The test's own event is no JSON", e);
        }
    }

    /** Posts and waits for the status of the answer. */
    int status(String body) throws Exception {
        return post(body).get(20, TimeUnit.SECONDS).status();
    }
}
