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
package io.acscall.camel.client;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

import reactor.core.Exceptions;

/**
 * Tells from an exception of an HTTP client whether a request can have left the machine. Whatever is not known to come
 * before the first byte counts as unknown: a call placed twice is worse than one reported as in doubt.
 */
final class NetworkFailure {

    private static final List<Class<? extends Throwable>> BEFORE_THE_FIRST_BYTE = List.of(
            HttpConnectTimeoutException.class, ConnectException.class, NoRouteToHostException.class,
            UnknownHostException.class, UnresolvedAddressException.class, SSLHandshakeException.class,
            SSLPeerUnverifiedException.class);
    private static final List<Class<? extends Throwable>> AFTER_IT
            = List.of(HttpTimeoutException.class, TimeoutException.class);
    private static final int LONGEST = 300;

    private NetworkFailure() {
    }

    /** How far a request came that ended so. */
    static Delivery deliveryOf(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (isOneOf(BEFORE_THE_FIRST_BYTE, t)) {
                return Delivery.NOT_SENT;
            }
            if (isOneOf(AFTER_IT, t)) {
                return Delivery.UNKNOWN;
            }
        }
        return Delivery.UNKNOWN;
    }

    /** The failure itself, without what futures and reactive streams wrap around it. */
    static Throwable unwrap(Throwable failure) {
        Throwable bare = Exceptions.unwrap(failure);
        while ((bare instanceof CompletionException || bare instanceof ExecutionException) && bare.getCause() != null) {
            bare = Exceptions.unwrap(bare.getCause());
        }
        return bare;
    }

    /** What happened in a few words, masked. */
    static String describe(Throwable failure) {
        Throwable speaking = failure;
        while (speaking.getMessage() == null && speaking.getCause() != null) {
            speaking = speaking.getCause();
        }
        if (speaking.getMessage() == null) {
            // the JDK's client says nothing about why it could not connect
            return failure.getClass().getSimpleName() + " (" + speaking.getClass().getSimpleName() + ")";
        }
        boolean ours = failure instanceof IllegalStateException || failure instanceof IllegalArgumentException;
        String name = ours ? "" : failure.getClass().getSimpleName() + ": ";
        return MaskedText.line(name + speaking.getMessage(), LONGEST);
    }

    private static boolean isOneOf(List<Class<? extends Throwable>> classes, Throwable failure) {
        return classes.stream().anyMatch(c -> c.isInstance(failure));
    }
}
