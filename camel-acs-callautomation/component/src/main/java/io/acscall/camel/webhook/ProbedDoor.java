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
package io.acscall.camel.webhook;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers probes of the doctor itself and leaves everything else to the door behind it. A probe opens nothing: it is no
 * event, reaches no route, and one that is not signed with our key is treated like any other request.
 */
public final class ProbedDoor implements Door {

    private static final Logger LOG = LoggerFactory.getLogger(ProbedDoor.class);
    /** More than a probe ever brings; nobody shall make us hash large bodies. */
    private static final int LARGEST_PROBE = 64 * 1024;

    private final Door door;
    private final ProbeSeal seal;
    private final Clock clock;

    /**
     * Stands in front of a door.
     *
     * @param door  takes all that is no probe
     * @param seal  knows our probes
     * @param clock the time
     */
    public ProbedDoor(Door door, ProbeSeal seal, Clock clock) {
        this.door = Objects.requireNonNull(door, "door");
        this.seal = Objects.requireNonNull(seal, "seal");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public CompletableFuture<HttpAnswer> answer(InboundRequest request) {
        return request.header(ProbeSeal.HEADER).filter(probe -> request.body().length <= LARGEST_PROBE)
                .flatMap(probe -> answer(request, probe))
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> door.answer(request));
    }

    private Optional<HttpAnswer> answer(InboundRequest request, String probe) {
        return seal.nonce(probe, request, clock.instant()).map(nonce -> {
            boolean authorization = request.header("Authorization").filter(("Bearer " + probe)::equals).isPresent();
            LOG.info("A probe of the doctor came in and was answered");
            return new HttpAnswer(200, Map.of(), seal.answer(nonce, new ProbeAnswer(clock.instant(), authorization)));
        });
    }

    @Override
    public void close() {
        door.close();
    }
}
