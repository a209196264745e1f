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
package io.acscall.simulator.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.acscall.simulator.http.ServiceFault;

/**
 * Checks {@code Authorization: HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=…} over the bytes
 * as they were sent. The signed host may have the port or not: clients differ.
 */
final class HmacVerifier {

    /** The sub code of an HMAC failure. */
    private static final String CODE = "7509";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern HEADER
            = Pattern.compile("HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=([A-Za-z0-9+/]+=*)");

    private final HmacSignature signature;
    private final Clock clock;

    HmacVerifier(HmacSignature signature, Clock clock) {
        this.signature = signature;
        this.clock = clock;
    }

    void verify(SignedRequest request, String authorization) {
        Matcher header = HEADER.matcher(authorization);
        if (!header.matches()) {
            throw refusal("MalformedAuthorization",
                    "Authorization must be HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=<base64>.");
        }
        String date = required(request, "x-ms-date");
        String host = required(request, "host");
        String hash = required(request, "x-ms-content-sha256");
        checkDate(date);
        if (!equal(hash, HmacSignature.contentHash(request.body()))) {
            throw refusal("ContentHashMismatch", "x-ms-content-sha256 is not the SHA-256 of the body that arrived.");
        }
        boolean good = hosts(host).stream()
                .map(h -> signature.sign(request.method(), request.pathAndQuery(), date, h, hash))
                .anyMatch(expected -> equal(expected, header.group(1)));
        if (!good) {
            throw refusal("SignatureMismatch",
                    "The signature was made with another key, or over another request than the one that"
                                               + " arrived (verb, path and query, x-ms-date, host, x-ms-content-sha256).");
        }
    }

    private static String required(SignedRequest request, String name) {
        String value = request.header().apply(name);
        if (value == null || value.isBlank()) {
            throw refusal("MissingHeader", "The signed header " + name + " is missing.");
        }
        return value;
    }

    private void checkDate(String date) {
        Instant sent;
        try {
            sent = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeParseException e) {
            throw refusal("MalformedDate", "x-ms-date must look like Thu, 02 Apr 2026 09:15:00 GMT.");
        }
        if (Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            throw refusal("RequestTimeTooSkewed", "x-ms-date is more than five minutes from the time of the service.");
        }
    }

    private static List<String> hosts(String header) {
        int port = header.lastIndexOf(':');
        boolean hasPort = port > 0 && header.indexOf(']', port) < 0;
        return hasPort ? List.of(header, header.substring(0, port)) : List.of(header);
    }

    private static boolean equal(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static ServiceFault refusal(String innerCode, String innerMessage) {
        return ServiceFault.unauthorized(CODE, innerCode, innerMessage);
    }
}
