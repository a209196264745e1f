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

import java.util.regex.Pattern;

/**
 * The option {@code callbackSecret}: the last segment of the path of callbacks, known to the service only.
 */
public final class CallbackSecret {

    /** What stands in an address without being encoded; a dot in front would be a dot segment. */
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_~-][A-Za-z0-9._~-]*");

    private final SecretText segment;

    private CallbackSecret(SecretText segment) {
        this.segment = segment;
    }

    /**
     * Checks the option.
     *
     * @param  value                    the option's value, not {@code null}
     * @return                          the secret
     * @throws IllegalArgumentException when it can't stand in an address as it is; the message never holds it
     */
    public static CallbackSecret of(String value) {
        if (!SEGMENT.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Option 'callbackSecret' becomes a part of an address, so it has to be made of letters, digits, '-', '_', '~' "
                                               + "and, after the first, '.' (seen: " + seen(value)
                                               + "). Example: callbackSecret=u5Zk0bXvQ2rT8mWc");
        }
        return new CallbackSecret(SecretText.of(value));
    }

    private static String seen(String value) {
        return value.isBlank() ? "blank" : value.length() + " characters, others among them";
    }

    /** Whether the request came to the address that ends with the secret. */
    boolean isIn(InboundRequest request) {
        String below = request.below();
        return below.startsWith("/") && segment.isSameAs(below.substring(1));
    }
}
