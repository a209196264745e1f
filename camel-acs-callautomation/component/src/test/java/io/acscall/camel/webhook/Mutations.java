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

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Requests that are not as they should be, the same ones for the same seed.
 */
final class Mutations {

    /** One request: ready to be sent, and what it is made of. */
    record Knock(String method, byte[] body, boolean chunked, List<String> headers, boolean whole) {
    }

    private static final List<String> METHODS
            = List.of("POST", "POST", "POST", "POST", "POST", "OPTIONS", "PUT", "GET", "DELETE", "QUERY");
    private static final List<String> CONTENT_TYPES = List.of(
            KnockApp.JSON, KnockApp.JSON, KnockApp.JSON, "application/cloudevents-batch+json",
            "application/json; charset=utf-16",
            "application/json; charset=x-none", "text/plain", "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=b",
            "json", ";;;", "a/b/c", "*/*");
    private static final List<String> ENCODINGS
            = List.of("gzip", "x-gzip", "identity", "br", "gzip, gzip", "\u00e9", "chunked");
    private static final List<String> PIECES = List.of(
            "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "true", "0", "-", "1e9", "1e999", "\u0000", "\ufeff",
            "\ud83d\ude00",
            "\"id\":", "\"type\":\"x\"", "\"data\":", "\"specversion\":\"2.0\"", "\"id\":\"\"", "\\u0000", "//", " ", "\n",
            "[[[[[[[[",
            "{\"a\":{\"a\":{\"a\":", "9".repeat(300), "\"a\",".repeat(50));
    private static final List<String> NAMES = List.of(
            "Authorization", "aeg-event-type", "WebHook-Request-Origin", "X-Forwarded-For", "ce-id", "ce-type",
            "CamelHttpMethod",
            "CamelHttpUri", "CamelFileName", "org.apache.camel.x", "Expect-CT", "Cookie", "Accept-Encoding",
            "X-Acs-Call-Secret");
    private static final List<String> VALUES = List.of(
            "", " ", "Bearer", "Bearer a.b.c", "Bearer ey", "Basic Og==", "SubscriptionValidation", "eventgrid.azure.net", "*",
            "\u00ff\u00fe", "a,b;c=d", "'\"\"'", "${jndi:ldap://x}", "x".repeat(3_000));

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    /** A request made from a good event; {@code whole} when nothing of it was changed. */
    Knock next(String id, List<String> proof) {
        byte[] body = KnockApp.callback(id).getBytes(StandardCharsets.UTF_8);
        List<String> headers = new ArrayList<>(proof);
        headers.addAll(List.of("Content-Type", KnockApp.JSON));
        return switch (random.nextInt(8)) {
            case 0 -> new Knock("POST", body, random.nextBoolean(), headers, true);
            case 1 -> new Knock("POST", noise(), random.nextBoolean(), headers, false);
            case 2, 3 -> new Knock("POST", bitten(body), random.nextBoolean(), headers, false);
            case 4 -> new Knock("POST", spliced(body), random.nextBoolean(), headers, false);
            case 5 -> typed(body, proof);
            case 6 ->
                new Knock("POST", packed(body), random.nextBoolean(), with(headers, "Content-Encoding", one(ENCODINGS)), false);
            default ->
                new Knock("POST", random.nextBoolean() ? body : bitten(body), random.nextBoolean(), dressed(headers), false);
        };
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(600)];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] bitten(byte[] body) {
        byte[] bitten = random.nextInt(3) == 0 ? Arrays.copyOf(body, random.nextInt(body.length)) : body.clone();
        for (int each = random.nextInt(4); each > 0 && bitten.length > 0; each--) {
            bitten[random.nextInt(bitten.length)] = (byte) random.nextInt(256);
        }
        return bitten;
    }

    private byte[] spliced(byte[] body) {
        ByteArrayOutputStream spliced = new ByteArrayOutputStream();
        int from = 0;
        for (int each = random.nextInt(3); each >= 0; each--) {
            int to = from + random.nextInt(body.length - from + 1);
            spliced.write(body, from, to - from);
            spliced.writeBytes(one(PIECES).getBytes(StandardCharsets.UTF_8));
            from = Math.min(body.length, to + random.nextInt(12));
        }
        spliced.write(body, from, body.length - from);
        return spliced.toByteArray();
    }

    private byte[] packed(byte[] body) {
        byte[] packed
                = InflationTest.gzip(random.nextInt(8) == 0 ? new byte[3_000_000] : random.nextBoolean() ? body : noise());
        return random.nextBoolean() ? packed : bitten(packed);
    }

    private Knock typed(byte[] body, List<String> proof) {
        String contentType = one(CONTENT_TYPES);
        // forms with other methods fail inside the server, before they reach anybody
        String method = contentType.contains("form") ? "POST" : one(METHODS);
        List<String> headers = random.nextInt(6) == 0 ? proof : with(proof, "Content-Type", contentType);
        return new Knock(method, body, random.nextBoolean(), headers, false);
    }

    private List<String> dressed(List<String> headers) {
        List<String> dressed = new ArrayList<>(headers);
        for (int each = random.nextInt(5); each >= 0; each--) {
            dressed.addAll(List.of(one(NAMES), one(VALUES)));
        }
        return dressed;
    }

    private static List<String> with(List<String> headers, String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(name, value));
        return more;
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
