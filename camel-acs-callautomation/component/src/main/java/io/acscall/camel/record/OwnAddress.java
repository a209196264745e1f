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
package io.acscall.camel.record;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where this application is reached, which is another place in each run, and a secret in its paths, which no file may
 * show.
 *
 * @param base   scheme, host and a path prefix where there is one; or {@code null}
 * @param secret the secret segment of paths, or {@code null}
 */
public record OwnAddress(String base, String secret) {

    private static final String NAME = "$app";

    /** An address of the application with its place, the values in its query and the secret left out. */
    String hidden(String address) {
        try {
            URI uri = new URI(address);
            String path = uri.getPath() == null ? "" : withoutSecret(withoutPrefix(uri.getPath()));
            return NAME + path + (uri.getRawQuery() == null ? "" : "?" + names(uri.getRawQuery()));
        } catch (URISyntaxException e) {
            return NAME;
        }
    }

    /** Hidden in the record's own text, too. */
    @Override
    public String toString() {
        return "OwnAddress[" + base + "]";
    }

    private String withoutPrefix(String path) {
        String prefix = base == null ? "" : URI.create(base.trim()).getPath();
        String trimmed = prefix == null ? "" : prefix.replaceFirst("/+$", "");
        return path.startsWith(trimmed + "/") ? path.substring(trimmed.length()) : path;
    }

    private String withoutSecret(String path) {
        return secret != null && path.endsWith("/" + secret) ? path.substring(0, path.length() - secret.length() - 1) : path;
    }

    private static String names(String query) {
        return Arrays.stream(query.split("&")).map(pair -> pair.replaceFirst("=.*", "=*")).collect(Collectors.joining("&"));
    }
}
