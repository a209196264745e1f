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

import java.net.URI;
import java.net.URL;
import java.util.regex.Pattern;

/**
 * Signatures and tokens travel over https. Plain http is for a simulator on the same machine only.
 */
public final class SecureTransport {

    private static final Pattern LOOPBACK = Pattern.compile("(?i)localhost|127(?:\\.\\d{1,3}){3}|\\[(?:0*:)*:?0*1\\]");

    private SecureTransport() {
    }

    /**
     * Refuses an address to which credentials must not be sent. No name is looked up for that: {@code localhost},
     * {@code 127.x.x.x} and {@code [::1]} are the machine itself.
     *
     * @param  address               the endpoint, or any address below it
     * @throws IllegalStateException when it is plain http to another machine
     */
    public static void check(URI address) {
        check(address.getScheme(), address.getHost());
    }

    /** The same for an address of a request. */
    static void check(URL address) {
        check(address.getProtocol(), address.getHost());
    }

    private static void check(String scheme, String host) {
        if (!"https".equalsIgnoreCase(scheme) && !isLoopback(host)) {
            throw new IllegalStateException(
                    "credentials are not sent over plain http to " + host
                                            + ": use https, as in https://contoso.communication.azure.com"
                                            + " (http is for a simulator on localhost only)");
        }
    }

    /**
     * Whether an address is this machine itself, by its text: no name is looked up.
     *
     * @param address any address; one without a host is not
     */
    public static boolean isLoopback(URI address) {
        return isLoopback(address.getHost());
    }

    private static boolean isLoopback(String host) {
        return host != null && LOOPBACK.matcher(host).matches();
    }
}
