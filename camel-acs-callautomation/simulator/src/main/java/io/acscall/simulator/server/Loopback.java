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
package io.acscall.simulator.server;

import java.util.Set;

/**
 * Keeps strangers off the control API, which has no authentication: a page of another site that runs in the developer's
 * browser can reach the loopback interface, but not without its own Origin, nor, by rebinding its name, without its own
 * Host.
 */
final class Loopback {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private Loopback() {
    }

    /**
     * @param  host   value of {@code Host}, or null
     * @param  origin value of {@code Origin}, or null when there is none
     * @param  scheme {@code http://} or {@code https://}, as we speak
     * @param  port   the port we listen on
     * @return        whether both name this machine, and the origin this very server
     */
    static boolean allows(String host, String origin, String scheme, int port) {
        return host != null && isOurs(host, port)
                && (origin == null || origin.startsWith(scheme) && isOurs(origin.substring(scheme.length()), port));
    }

    private static boolean isOurs(String authority, int port) {
        return NAMES.stream().anyMatch(name -> (name + ":" + port).equalsIgnoreCase(authority));
    }
}
