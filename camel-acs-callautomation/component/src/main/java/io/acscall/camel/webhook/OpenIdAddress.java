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

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * The rule for addresses that keys are fetched from: https, or http on this machine (a simulator). Whoever can change a
 * key on its way can sign anything.
 */
final class OpenIdAddress {

    private static final Pattern LOOPBACK
            = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(0*:){2,7}0*1\\]?", Pattern.CASE_INSENSITIVE);

    private OpenIdAddress() {
    }

    static boolean isSafe(URI address) {
        return address.getHost() != null
                && ("https".equalsIgnoreCase(address.getScheme()) || isLoopbackHttp(address));
    }

    static boolean isLoopbackHttp(URI address) {
        return "http".equalsIgnoreCase(address.getScheme()) && address.getHost() != null
                && LOOPBACK.matcher(address.getHost()).matches();
    }

    /** The value of an option, checked. */
    static URI ofOption(String option, String value, String example) {
        try {
            URI address = new URI(value.strip());
            if (isSafe(address)) {
                return address;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "Option " + option + " has to be an https address (http on localhost only), but is '" + value
                                           + "'. Example: " + example);
    }
}
