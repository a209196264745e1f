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
package io.acscall.simulator.callback;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The nodes that stand behind one address.
 *
 * @param base  the address that applications name, with nothing behind its path; such as
 *              {@code https://calls.example.com}
 * @param nodes where deliveries go instead, at least one; such as {@code http://127.0.0.1:8081}
 */
public record Spread(URI base, List<URI> nodes) {

    private static final String EXAMPLE = "; it must look like http://127.0.0.1:8080";

    /**
     * @throws IllegalArgumentException when an address is not one of http or https, has more than a path, or there is
     *                                  no node
     */
    public Spread {
        base = address("The base of a spread", base);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException(
                    "The spread of " + base + " has no nodes; name one at least, such as "
                                               + "http://127.0.0.1:8081");
        }
        nodes = nodes.stream().map(node -> address("A node of the spread", node)).toList();
    }

    /** What follows the base in an address; empty when the address is not behind this base. */
    Optional<String> rest(URI target) {
        String text = target.toString();
        if (!text.startsWith(base.toString())) {
            return Optional.empty();
        }
        String rest = text.substring(base.toString().length());
        return rest.isEmpty() || rest.startsWith("/") || rest.startsWith("?") ? Optional.of(rest) : Optional.empty();
    }

    /** Without a slash at the end. */
    static URI trimmed(URI uri) {
        return URI.create(uri.toString().replaceAll("/+$", ""));
    }

    private static URI address(String what, URI uri) {
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!http || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(what + " is \"" + uri + "\"" + EXAMPLE);
        }
        return trimmed(uri);
    }
}
