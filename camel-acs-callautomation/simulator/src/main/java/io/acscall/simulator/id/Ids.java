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
package io.acscall.simulator.id;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes every id the simulator hands out. With a seeded random source a run repeats its ids in the order they are asked
 * for.
 */
public final class Ids {

    private final RandomGenerator random;

    /**
     * @param random the source of randomness; used under a lock, so it need not be thread-safe
     */
    public Ids(RandomGenerator random) {
        this.random = random;
    }

    /** A random UUID of version 4, as text. */
    public synchronized String uuid() {
        long high = random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x0000_0000_0000_4000L;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /**
     * A server call id: base64 of a conversation URL. Callers must treat it as opaque; the URL has an invalid host on
     * purpose.
     */
    public String serverCallId() {
        String url = "https://conversation.invalid/conv/" + uuid().replace("-", "") + "?i=1&e=2";
        return Base64.getEncoder().encodeToString(url.getBytes(StandardCharsets.UTF_8));
    }

    /** A recording id: base64 without padding of a small JSON object. Callers must treat it as opaque. */
    public String recordingId() {
        String json = "{\"PlatformEndpointId\":\"" + uuid() + "\",\"ResourceSpecificId\":\"" + uuid() + "\"}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
