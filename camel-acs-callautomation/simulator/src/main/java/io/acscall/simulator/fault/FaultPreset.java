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
package io.acscall.simulator.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/** Faults that go together, by name. What is written beside the name goes before, member by member. */
public enum FaultPreset {

    /** Callbacks as bad as they may be in one bad day: duplicates, disorder, early ones, some lost. */
    CHAOS("chaos", """
            {"callbacks":{"twice":0.05,"outOfOrder":0.2,"early":0.2,"lost":0.02}}"""),
    /** As {@link #CHAOS}, but nothing is lost, and what is not taken is tried again. */
    DISORDER("disorder", """
            {"callbacks":{"twice":0.05,"outOfOrder":0.2,"early":0.2},"retry":{"attempts":10,"delayMs":100}}"""),
    /** A service that is slow, throttles and breaks down now and then. */
    FLAKY("flaky", """
            {"rest":[{"status":429,"retryAfterSeconds":1,"probability":0.05},{"status":503,"probability":0.05},
            {"status":500,"probability":0.02},{"reset":true,"afterActing":true,"probability":0.02},
            {"delayMs":300,"probability":0.1}]}"""),
    /** Every kind of bad token, each on one callback of twenty. */
    FORGERY("forgery", """
            {"callbacks":{"missingToken":0.05,"malformedToken":0.05,"unsignedToken":0.05,"wrongKeyToken":0.05,
            "hs256Token":0.05,"expiredToken":0.05,"notYetValidToken":0.05,"wrongIssuerToken":0.05,
            "wrongAudienceToken":0.05}}""");

    private final String wireName;
    private final String json;

    FaultPreset(String wireName, String json) {
        this.wireName = wireName;
        this.json = json;
    }

    /** The name in JSON. */
    public String wireName() {
        return wireName;
    }

    ObjectNode json() {
        try {
            return (ObjectNode) Json.read(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The preset " + wireName + " is not JSON", e);
        }
    }

    /** Looks a name up, in any case. */
    static Optional<FaultPreset> of(String wireName) {
        return Arrays.stream(values()).filter(preset -> preset.wireName.equalsIgnoreCase(wireName)).findFirst();
    }

    static List<String> wireNames() {
        return Arrays.stream(values()).map(FaultPreset::wireName).toList();
    }
}
