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
package io.acscall.simulator.timeline;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** What the timeline must not show. */
public final class Secrets {

    private static final String HIDDEN = "***";
    private static final Set<String> SECRET_HEADERS = Set.of("authorization", "proxy-authorization", "cookie", "set-cookie",
            "x-ms-hmac-string-to-sign-base64");

    private Secrets() {
    }

    /** The value of a header as it may be shown: of an authorization header only the scheme. */
    static String hide(String name, String value) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        if (!SECRET_HEADERS.contains(lowerCase) && !lowerCase.contains("secret") && !lowerCase.contains("token")) {
            return value;
        }
        int blank = value.indexOf(' ');
        return lowerCase.endsWith("authorization") && blank > 0 ? value.substring(0, blank) + " " + HIDDEN : HIDDEN;
    }

    /** An address whose query values and user part are hidden: applications put tokens there. */
    public static String address(URI uri) {
        StringBuilder shown = new StringBuilder();
        shown.append(uri.getScheme()).append("://").append(uri.getHost());
        if (uri.getPort() >= 0) {
            shown.append(':').append(uri.getPort());
        }
        shown.append(uri.getRawPath() == null ? "" : uri.getRawPath());
        if (uri.getRawQuery() != null) {
            shown.append('?').append(uri.getRawQuery().replaceAll("=[^&]*", "=" + HIDDEN));
        }
        return shown.toString();
    }
}
