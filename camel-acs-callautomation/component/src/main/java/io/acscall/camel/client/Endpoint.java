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

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Locale;
import java.util.Objects;

/**
 * Where the service is: scheme, host and port of the resource.
 *
 * @param uri the address without path, query and default port, host in lower case
 */
record Endpoint(URI uri) {

    private static final int LONGEST_SHOWN = 200;

    static Endpoint of(String address) {
        try {
            return of(new URI(address));
        } catch (URISyntaxException e) {
            throw refused(address);
        }
    }

    static Endpoint of(URI address) {
        Objects.requireNonNull(address, "endpoint");
        String path = address.getRawPath();
        boolean bare = (path == null || path.isEmpty() || "/".equals(path)) && address.getRawQuery() == null
                && address.getRawFragment() == null && address.getRawUserInfo() == null;
        if (!bare || !isHttp(address)) {
            throw refused(address.toString());
        }
        return new Endpoint(origin(address));
    }

    /** The address of a request: an own path with the api-version, a follow-up verbatim. */
    URL locate(ServiceRequest request, String apiVersion) {
        try {
            if (!request.isFollowUp()) {
                // of parts: they need not be taken apart again
                return new URL(uri.getScheme(), uri.getHost(), uri.getPort(), request.path() + "?api-version=" + apiVersion);
            }
            URI address = new URI(request.path());
            if (!isHttp(address) || address.getRawUserInfo() != null || !origin(address).equals(uri)) {
                throw new IllegalStateException(
                        "an address that the service sent is not on " + uri + ", and our credentials do not go elsewhere");
            }
            return address.toURL();
        } catch (URISyntaxException | MalformedURLException e) {
            throw new IllegalArgumentException("not an address: " + request);
        }
    }

    /** The Host header of the resource itself. */
    String hostHeader() {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    /** Whether an absolute http or https address is on the same scheme, host and port. */
    boolean isOriginOf(URI address) {
        return isHttp(address) && origin(address).equals(uri);
    }

    /** The Host header that every HTTP client sends for this address: no port when it is the scheme's own. */
    static String hostHeader(URL url) {
        boolean usual = url.getPort() < 0 || url.getPort() == url.getDefaultPort();
        return usual ? url.getHost() : url.getHost() + ":" + url.getPort();
    }

    @Override
    public String toString() {
        return uri.toString();
    }

    private static boolean isHttp(URI address) {
        return address.getHost() != null
                && ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()));
    }

    private static URI origin(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int port = address.getPort() == ("https".equals(scheme) ? 443 : 80) ? -1 : address.getPort();
        return URI.create(scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + (port < 0 ? "" : ":" + port));
    }

    private static IllegalArgumentException refused(String address) {
        return new IllegalArgumentException(
                "The option endpoint must be the address of the ACS resource without a path, for example"
                                            + " https://contoso.communication.azure.com, but was: "
                                            + MaskedText.line(address.replaceAll("//.*@", "//***@"), LONGEST_SHOWN));
    }
}
