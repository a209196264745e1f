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

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProbedDoorTest {

    private static final Instant NOW = Instant.parse("2026-04-02T09:15:00Z");
    private static final byte[] BODY = "[{\"probe\":1}]".getBytes(StandardCharsets.UTF_8);

    private final ProbeSeal seal = new ProbeSeal("our key".getBytes(StandardCharsets.UTF_8));
    private final ProbedDoor door = new ProbedDoor(new Behind(), seal, Clock.fixed(NOW, ZoneOffset.UTC));

    /** Refuses whatever comes. */
    private static final class Behind implements Door {

        @Override
        public CompletableFuture<HttpAnswer> answer(InboundRequest request) {
            return CompletableFuture.completedFuture(HttpAnswer.UNAUTHORIZED);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    private HttpAnswer answer(String below, byte[] body, Map<String, String> headers) {
        return door.answer(new InboundRequest("POST", below, headers, null, body)).join();
    }

    private HttpAnswer answer(String probe) {
        return answer("", BODY, Map.of("x-acs-call-probe", probe, "Authorization", "Bearer " + probe));
    }

    @Test
    void answersAProbeAndSaysTheTime() {
        HttpAnswer answer = answer(seal.probe("n1", NOW.minusSeconds(299), "", BODY));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(seal.read("n1", answer.body())).contains(new ProbeAnswer(NOW, true));
    }

    @Test
    void saysWhetherTheAuthorizationHeaderCameThrough() {
        String probe = seal.probe("n1", NOW, "", BODY);

        HttpAnswer without = answer("", BODY, Map.of(ProbeSeal.HEADER, probe));
        HttpAnswer another = answer("", BODY, Map.of(ProbeSeal.HEADER, probe, "Authorization", "Basic eDp5"));

        assertThat(seal.read("n1", without.body())).contains(new ProbeAnswer(NOW, false));
        assertThat(seal.read("n1", another.body())).contains(new ProbeAnswer(NOW, false));
    }

    @Test
    void treatsAProbeOfAStrangerLikeAnyOtherRequest() {
        ProbeSeal stranger = new ProbeSeal("another key".getBytes(StandardCharsets.UTF_8));

        assertThat(answer(stranger.probe("n1", NOW, "", BODY))).isEqualTo(HttpAnswer.UNAUTHORIZED);
        assertThat(answer("n1." + NOW.getEpochSecond() + ".")).isEqualTo(HttpAnswer.UNAUTHORIZED);
        assertThat(answer("no probe at all")).isEqualTo(HttpAnswer.UNAUTHORIZED);
        assertThat(answer("a.999999999999999999999.b")).isEqualTo(HttpAnswer.UNAUTHORIZED);
    }

    @Test
    void treatsAProbeOfAnotherTimeLikeAnyOtherRequest() {
        assertThat(answer(seal.probe("n1", NOW.minusSeconds(301), "", BODY))).isEqualTo(HttpAnswer.UNAUTHORIZED);
        assertThat(answer(seal.probe("n1", NOW.plusSeconds(301), "", BODY))).isEqualTo(HttpAnswer.UNAUTHORIZED);
    }

    @Test
    void treatsAProbeForAnotherAddressOrBodyLikeAnyOtherRequest() {
        Map<String, String> headers = Map.of(ProbeSeal.HEADER, seal.probe("n1", NOW, "/secret", BODY));

        assertThat(answer("/secret", BODY, headers).status()).isEqualTo(200);
        assertThat(answer("", BODY, headers)).isEqualTo(HttpAnswer.UNAUTHORIZED);
        assertThat(answer("/secret", new byte[] { 1 }, headers)).isEqualTo(HttpAnswer.UNAUTHORIZED);
    }

    @Test
    void hashesNoLargeBodies() {
        byte[] large = new byte[64 * 1024 + 1];

        assertThat(answer("", large, Map.of(ProbeSeal.HEADER, seal.probe("n1", NOW, "", large))))
                .isEqualTo(HttpAnswer.UNAUTHORIZED);
    }

    @Test
    void nobodyElseCanAnswerAProbe() {
        String ours = answer(seal.probe("n1", NOW, "", BODY)).body();

        assertThat(seal.read("n2", ours)).isEmpty();
        assertThat(seal.read("n1", ours.replace("true", "false"))).isEmpty();
        assertThat(seal.read("n1", "<html>Welcome</html>")).isEmpty();
        assertThat(seal.read("n1", "")).isEmpty();
        assertThat(seal.read("n1", "{\"time\":9223372036854775807,\"mac\":\"x\"}")).isEmpty();
    }
}
