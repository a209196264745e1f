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
package io.acscall.camel.doctor;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import io.acscall.camel.webhook.KeyLook;

/**
 * Fetches the keys with which tokens are checked.
 */
public final class KeysCheck implements Check {

    private static final String ABOUT = "keys";

    private final String option;
    private final String address;
    private final Duration timeout;

    /**
     * Looks at one issuer.
     *
     * @param option  the option that says its address
     * @param address of its OpenID configuration
     * @param timeout to connect and to read, each
     */
    public KeysCheck(String option, String address, Duration timeout) {
        this.option = option;
        this.address = address;
        this.timeout = timeout;
    }

    @Override
    public List<Finding> examine() {
        try {
            KeyLook seen = KeyLook.at(option, address, timeout);
            return List.of(seen.keys() > 0
                    ? Finding.ok(ABOUT, "The issuer " + seen.issuer() + " publishes keys for tokens: " + seen.keys())
                    : Finding.fault(ABOUT,
                            "The issuer " + seen.issuer() + " publishes no RSA key that tokens can be signed with",
                            "Look at " + option + ": " + address));
        } catch (IllegalArgumentException e) {
            return List
                    .of(Finding.fault(ABOUT, e.getMessage(), "Correct " + option + ", or leave it out for the service's own"));
        } catch (IOException e) {
            return List.of(Finding.fault(ABOUT, e.getMessage(),
                    "Let this machine reach " + address + " over https (firewall, proxy), or correct " + option
                                                                + "; without keys every event is answered with 503"));
        }
    }
}
