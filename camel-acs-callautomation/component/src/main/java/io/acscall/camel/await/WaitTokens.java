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
package io.acscall.camel.await;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes and reads the {@code operationContext} of requests that are waited for:
 * {@code acs1.<instance>.<wait>.<mac>.<user context>}. Any node with the same key restores the user's context from it
 * without state; a value whose MAC is wrong is a plain context of the user.
 */
public final class WaitTokens {

    private static final String VERSION = "acs1";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 16;
    private static final int PARTS = 5;

    private final String instance;
    private final SecretKeySpec key;

    /**
     * Makes the writer and reader of one incarnation.
     *
     * @param instance names this start of this component; letters and digits
     * @param key      what the MAC is made with, the same on all nodes of one application
     */
    public WaitTokens(String instance, byte[] key) {
        this.instance = Objects.requireNonNull(instance, "instance");
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * The incarnation whose waits this writes.
     */
    public String instance() {
        return instance;
    }

    /**
     * The value for the wire.
     *
     * @param wait        the id of the wait
     * @param userContext the user's own context, or {@code null}
     */
    public String write(String wait, String userContext) {
        String user = userContext == null ? "" : userContext;
        return String.join(".", VERSION, instance, wait, mac(instance, wait, user), user);
    }

    /**
     * Reads a value from the wire.
     *
     * @param  wire may be {@code null}
     * @return      empty when it was not written here or on a node with the same key
     */
    public Optional<WaitToken> read(String wire) {
        if (wire == null || !wire.startsWith(VERSION + ".")) {
            return Optional.empty();
        }
        String[] parts = wire.split("\\.", PARTS);
        if (parts.length < PARTS || !sameMac(parts[3], mac(parts[1], parts[2], parts[4]))) {
            return Optional.empty();
        }
        return Optional.of(new WaitToken(parts[1], parts[2], parts[4].isEmpty() ? null : parts[4]));
    }

    private static boolean sameMac(String seen, String right) {
        return MessageDigest.isEqual(seen.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private String mac(String ofInstance, String wait, String user) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] whole = mac.doFinal((ofInstance + '.' + wait + '.' + user).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, MAC_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
