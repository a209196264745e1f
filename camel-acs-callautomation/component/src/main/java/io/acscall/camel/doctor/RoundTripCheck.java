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
package io.acscall.camel.doctor;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.acscall.camel.webhook.ProbeAnswer;
import io.acscall.camel.webhook.ProbeSeal;

/**
 * Goes out through a public address and back into this application: a POST as large as an event, with a signed probe
 * where the service has its token.
 */
public final class RoundTripCheck implements Check {

    private static final Duration LARGEST_SKEW = Duration.ofSeconds(60);
    /** An incoming call is some 10 KB. */
    private static final int BODY = 16 * 1024;

    private final PublicPath path;
    private final ProbeSeal seal;
    private final Knock knock;
    private final Clock clock;
    private final Supplier<String> nonces;

    /**
     * Looks at one address.
     *
     * @param path   where
     * @param seal   signs; {@code null} when the application has no secret to sign with
     * @param knock  sends
     * @param clock  our time
     * @param nonces texts that were never used before
     */
    public RoundTripCheck(PublicPath path, ProbeSeal seal, Knock knock, Clock clock, Supplier<String> nonces) {
        this.path = path;
        this.seal = seal;
        this.knock = knock;
        this.clock = clock;
        this.nonces = nonces;
    }

    @Override
    public List<Finding> examine() {
        if (seal == null) {
            return List.of(Finding.unproved(path.about(),
                    "There is no secret that this application and the doctor share, so a probe can't be signed",
                    "Set callbackSecret, for example callbackSecret=u5Zk0bXvQ2rT8mWc with a text of your own"));
        }
        String nonce = nonces.get();
        byte[] body = ("[{\"probe\":\"" + "x".repeat(BODY) + "\"}]").getBytes(StandardCharsets.US_ASCII);
        String probe = seal.probe(nonce, clock.instant(), path.below(), body);
        try {
            HttpResponse<String> answer = knock.send(path.address(), "POST",
                    Map.of(ProbeSeal.HEADER, probe, "Authorization", "Bearer " + probe), body);
            return seal.read(nonce, answer.body()).map(this::arrived)
                    .orElseGet(() -> List.of(StrangeAnswer.to(answer.statusCode()).at(path, answer.statusCode())));
        } catch (IOException e) {
            return List.of(Silence.of(e).at(path.about(), path.shown()));
        }
    }

    private List<Finding> arrived(ProbeAnswer answer) {
        List<Finding> found = new ArrayList<>();
        found.add(Finding.ok(path.about(), "A probe sent to " + path.shown() + " came back into this application"));
        if (!answer.authorization()) {
            found.add(Finding.fault(path.about(),
                    "The Authorization header does not come through: every event of the service would be refused with 401 (missing)",
                    "Let the proxy pass the header Authorization on as it is, and switch off a login of its own for "
                                                                                                                                      + path
                                                                                                                                              .shown()));
        }
        Duration apart = Duration.between(answer.time(), clock.instant()).abs();
        if (apart.compareTo(LARGEST_SKEW) > 0) {
            found.add(
                    Finding.fault("clock", "The clock of the application is " + apart.toSeconds() + " s away from the doctor's",
                            "Let both machines follow a time server; more than 60 s and good tokens are refused as expired"));
        }
        return found;
    }
}
