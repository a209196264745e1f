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
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * Signs probes and the answers to them, with a key that only this application has: a stranger can neither have a probe
 * answered nor answer one. A probe that is sent again within its time gets an answer again; it changes nothing.
 */
public final class ProbeSeal {

    /** The header that holds a probe. */
    public static final String HEADER = "X-Acs-Call-Probe";
    /** How far the clocks of sender and receiver may be apart. */
    public static final Duration SKEW = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int PARTS = 3;
    /** In seconds since 1970; what an {@link Instant} takes, and no more than anybody needs. */
    private static final long LATEST = 1L << 38;

    private final SecretKeySpec key;

    /**
     * Signs with this key.
     *
     * @param key at least one byte; copied
     */
    public ProbeSeal(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * A new probe.
     *
     * @param  nonce letters, digits, dashes and underscores; nobody's before
     * @param  time  now
     * @param  below what follows the path of the door in the address, decoded; with a slash in front, empty for nothing
     * @param  body  the body that it is sent with
     * @return       the value of {@link #HEADER}
     */
    public String probe(String nonce, Instant time, String below, byte[] body) {
        long seconds = time.getEpochSecond();
        return nonce + "." + seconds + "." + sign("probe", nonce, seconds, below, digest(body));
    }

    /**
     * The nonce of a probe that is ours and of now; empty for anything else.
     */
    Optional<String> nonce(String probe, InboundRequest request, Instant now) {
        String[] parts = probe.split("\\.", PARTS + 1);
        if (parts.length != PARTS || !parts[1].matches("\\d{1,12}")) {
            return Optional.empty();
        }
        long seconds = Long.parseLong(parts[1]);
        String expected = sign("probe", parts[0], seconds, request.below(), digest(request.body()));
        boolean ours = isSame(expected, parts[2]);
        return ours && Math.abs(now.getEpochSecond() - seconds) <= SKEW.toSeconds() ? Optional.of(parts[0]) : Optional.empty();
    }

    /** The body of the answer. */
    String answer(String nonce, ProbeAnswer answer) {
        long seconds = answer.time().getEpochSecond();
        return JsonNodeFactory.instance.objectNode().put("probe", nonce).put("time", seconds)
                .put("authorization", answer.authorization()).put("mac", signed(nonce, answer)).toString();
    }

    /**
     * Reads an answer.
     *
     * @param  nonce the one of the probe
     * @param  body  the body of the answer, anything
     * @return       what the application said; empty when this is no answer of an application with our key to that
     *               probe
     */
    public Optional<ProbeAnswer> read(String nonce, String body) {
        try {
            // only the doctor reads answers, one for each path: a mapper to keep would cost every start
            JsonNode read = JsonMapper.builder().build().readTree(body);
            ProbeAnswer answer = new ProbeAnswer(
                    Instant.ofEpochSecond(Math.min(Math.max(read.path("time").asLong(), 0), LATEST)),
                    read.path("authorization").asBoolean());
            return isSame(signed(nonce, answer), read.path("mac").asText()) ? Optional.of(answer) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private String signed(String nonce, ProbeAnswer answer) {
        return sign("answer", nonce, answer.time().getEpochSecond(), answer.authorization());
    }

    private String sign(Object... parts) {
        StringBuilder text = new StringBuilder("acs-call");
        for (Object part : parts) {
            text.append('\n').append(part);
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return text(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private static String digest(byte[] body) {
        try {
            return text(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static boolean isSame(String expected, String seen) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), seen.getBytes(StandardCharsets.UTF_8));
    }
}
