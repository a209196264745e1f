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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The hosts that recordings are fetched from: those of the service, the resource itself, and those that the user adds.
 * Addresses of recordings come with events and headers, and requests to them are signed.
 */
final class RecordingHosts {

    private static final List<String> OF_THE_SERVICE
            = List.of("*.asm.skype.com", "*.asyncgw.teams.microsoft.com", "*.ams.gov.teams.microsoft.us");

    private final Endpoint endpoint;
    private final List<String> hosts;

    /**
     * @param endpoint the resource
     * @param added    host names, or endings that begin with an asterisk and a dot
     */
    RecordingHosts(Endpoint endpoint, List<String> added) {
        this.endpoint = endpoint;
        List<String> all = new ArrayList<>(OF_THE_SERVICE);
        added.forEach(host -> all.add(host.strip().toLowerCase(Locale.ROOT)));
        this.hosts = List.copyOf(all);
    }

    /**
     * Refuses an address that is not on one of the hosts.
     *
     * @throws IllegalStateException names the host and nothing else of the address, which may give access
     */
    void check(URI address) {
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        if (host.isEmpty() || address.getRawUserInfo() != null) {
            throw new IllegalStateException("the address of a recording has no host, or a user in it");
        }
        SecureTransport.check(address);
        // a header may give the address: a signed request must never reach a call through it
        if (endpoint.isOriginOf(address) && isOperation(address)) {
            throw new IllegalStateException("an operation of the service is no recording: its address has /calling/ in it");
        }
        if (!endpoint.isOriginOf(address) && hosts.stream().noneMatch(allowed -> isOn(host, allowed))) {
            throw new IllegalStateException(
                    "recordings are not fetched from " + host + ": it is none of " + String.join(", ", hosts)
                                            + ". If it is right, add it to the component option recordingHosts, for example"
                                            + " recordingHosts=media.example.com");
        }
    }

    private static boolean isOperation(URI address) {
        return Stream.of(address.getPath().split("/")).anyMatch("calling"::equalsIgnoreCase);
    }

    private static boolean isOn(String host, String allowed) {
        return allowed.startsWith("*.") ? host.endsWith(allowed.substring(1)) : host.equals(allowed);
    }
}
