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
 * Writes and reads the {@code operationContext} of requests that are waited for or traced:
 * {@code acs1.<instance>.<wait>.<mac>.<user context>}, and {@code acs2.<instance>.<wait>.<trace>.<mac>.<user context>}
 * where there is a trace to go on with. Any node with the same key restores the user's context from both without state;
 * a value whose MAC is wrong is a plain context of the user.
 */
public final class WaitTokens {

    private static final String PLAIN = "acs1";
    private static final int PARTS_OF_PLAIN = 5;
    private static final String TRACED = "acs2";
    private static final int PARTS_OF_TRACED = 6;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 16;

    private final String instance;
    private final SecretKeySpec key;
    /**
     * Never used itself: a copy costs a fraction of what finding an algorithm and setting its key does. Made at first
     * use; of two that are made at once one is kept.
     */
    private volatile Mac prototype;

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
     * The value for the wire of a wait without a trace.
     *
     * @param wait        the id of the wait
     * @param userContext the user's own context, or {@code null}
     */
    public String write(String wait, String userContext) {
        return write(wait, null, userContext);
    }

    /**
     * The value for the wire.
     *
     * @param wait        the id of the wait; empty where nobody waits
     * @param trace       the trace to go on with, without a dot, as {@code traceparent} of W3C Trace Context writes it;
     *                    {@code null} where there is none
     * @param userContext the user's own context, or {@code null}
     */
    public String write(String wait, String trace, String userContext) {
        String user = userContext == null ? "" : userContext;
        return trace == null
                ? String.join(".", PLAIN, instance, wait, mac(instance, wait, user), user)
                : String.join(".", TRACED, instance, wait, trace, mac(TRACED, instance, wait, trace, user), user);
    }

    /**
     * Reads a value from the wire.
     *
     * @param  wire may be {@code null}
     * @return      empty when it was not written here or on a node with the same key
     */
    public Optional<WaitToken> read(String wire) {
        if (wire == null) {
            return Optional.empty();
        }
        return wire.startsWith(TRACED + ".") ? readTraced(wire) : readPlain(wire);
    }

    private Optional<WaitToken> readPlain(String wire) {
        String[] parts = wire.split("\\.", PARTS_OF_PLAIN);
        if (parts.length < PARTS_OF_PLAIN || !PLAIN.equals(parts[0])
                || !sameMac(parts[3], mac(parts[1], parts[2], parts[4]))) {
            return Optional.empty();
        }
        return Optional.of(new WaitToken(parts[1], parts[2], null, userContext(parts[4])));
    }

    private Optional<WaitToken> readTraced(String wire) {
        String[] parts = wire.split("\\.", PARTS_OF_TRACED);
        if (parts.length < PARTS_OF_TRACED || !sameMac(parts[4], mac(TRACED, parts[1], parts[2], parts[3], parts[5]))) {
            return Optional.empty();
        }
        return Optional.of(new WaitToken(parts[1], parts[2], parts[3], userContext(parts[5])));
    }

    private static String userContext(String written) {
        return written.isEmpty() ? null : written;
    }

    private static boolean sameMac(String seen, String right) {
        return MessageDigest.isEqual(seen.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private String mac(String... parts) {
        byte[] whole = copyOfPrototype().doFinal(String.join(".", parts).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, MAC_BYTES));
    }

    private Mac copyOfPrototype() {
        if (prototype == null) {
            prototype = newMac();
        }
        try {
            return (Mac) prototype.clone();
        } catch (CloneNotSupportedException e) {
            // a security provider need not be able to
            return newMac();
        }
    }

    private Mac newMac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
