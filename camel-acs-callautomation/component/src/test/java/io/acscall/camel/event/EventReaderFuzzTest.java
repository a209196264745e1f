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
package io.acscall.camel.event;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** Damages good and bad bodies in every way that comes to mind. The seeds are fixed, so a failure can be repeated. */
class EventReaderFuzzTest {

    private static final int ROUNDS = 3_000;

    private static final List<String> FRAGMENTS = List.of(
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud83d", "null", "true", "1e999", "-0", "1E-9999",
            "9".repeat(120),
            "[".repeat(150), "{\"a\":".repeat(120), "\"id\":\"1\",", "\"type\":7,", "\"data\":", "\"eventType\":\"x\",",
            "\"specversion\":\"9\",", "\uFEFF", "\u0000", "\u2028", "/*", "//", "NaN", "'", "x".repeat(3_000));

    private final EventReader reader = new EventReader();

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 20260402, -77 })
    void onlyARefusalEverComesOut(long seed) {
        Random random = new Random(seed);
        List<byte[]> bodies = bodies();
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = bodies.get(random.nextInt(bodies.size())).clone();
            for (int times = 1 + random.nextInt(4); times > 0; times--) {
                body = damage(body, random);
            }
            read += tryOne(body, random, seed, round) ? 1 : 0;
        }
        assertThat(read).as("some damage does no harm").isBetween(1, ROUNDS - 1);
    }

    private boolean tryOne(byte[] body, Random random, long seed, int round) {
        try {
            EventKind kind = random.nextInt(3) == 0 ? null : EventKind.values()[random.nextInt(2)];
            ReadEvents read = reader.read(body, random.nextBoolean() ? "application/json" : null, kind);
            for (CallEvent event : read.events()) {
                assertThat(event.id()).isNotBlank();
                assertThat(event.type()).isNotBlank();
                assertThat(event.source()).isNotBlank();
                byte[] written = EventTable.JSON.writeValueAsBytes(event.toJson());
                assertThat(reader.read(written, null, event.kind()).events().get(0).id()).isEqualTo(event.id());
            }
            return true;
        } catch (NotAnEventException e) {
            return false;
        } catch (Exception | StackOverflowError e) {
            return fail("seed " + seed + ", round " + round + ": " + new String(body, StandardCharsets.UTF_8), e);
        }
    }

    private static List<byte[]> bodies() {
        Stream<String> callbacks = EventTable.callbacks().map(row -> "[" + row.get("event") + "]");
        Stream<String> grid = EventTable.eventGrid().flatMap(
                row -> Stream.of(row.get("eventGrid").toString(), row.get("cloudEvents").toString()));
        Stream<String> broken = EventTable.broken().map(row -> row.get("body").asText());
        return Stream.of(callbacks, grid, broken).flatMap(bodies -> bodies)
                .map(body -> body.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private static byte[] damage(byte[] body, Random random) {
        if (body.length == 0) {
            return fragment(random);
        }
        int at = random.nextInt(body.length);
        int to = at + random.nextInt(Math.min(40, body.length - at));
        return switch (random.nextInt(6)) {
            case 0 -> flip(body, at, random);
            case 1 -> join(body, 0, at, new byte[0], to);
            case 2 -> join(body, 0, at, fragment(random), at);
            case 3 -> join(body, 0, at, fragment(random), to);
            case 4 -> join(body, 0, at, new byte[0], body.length);
            default -> join(body, 0, to, body, at);
        };
    }

    private static byte[] flip(byte[] body, int at, Random random) {
        body[at] = (byte) random.nextInt(256);
        return body;
    }

    private static byte[] join(byte[] body, int from, int to, byte[] middle, int rest) {
        byte[] joined = new byte[to - from + middle.length + body.length - rest];
        System.arraycopy(body, from, joined, 0, to - from);
        System.arraycopy(middle, 0, joined, to - from, middle.length);
        System.arraycopy(body, rest, joined, to - from + middle.length, body.length - rest);
        return joined;
    }

    private static byte[] fragment(Random random) {
        return FRAGMENTS.get(random.nextInt(FRAGMENTS.size())).getBytes(StandardCharsets.UTF_8);
    }
}
