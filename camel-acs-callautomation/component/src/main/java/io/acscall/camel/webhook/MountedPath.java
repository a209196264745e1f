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
 * A path on an HTTP server, with or without what follows it.
 *
 * @param path  as the user wrote it, begins with a slash
 * @param below whether it takes everything that begins like it, too
 */
record MountedPath(String path, boolean below) {

    /** Some servers give the address whole when the request had it whole. */
    private static final Pattern AUTHORITY = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*");

    /** The endpoint that opens it. */
    String endpointUri() {
        return "platform-http:" + path + "?httpMethodRestrict=POST,OPTIONS" + (below ? "&matchOnUriPrefix=true" : "");
    }

    /**
     * Whether requests to the one could land at the other: servers decide by the order of their start, and by the
     * letters, not by the segments.
     */
    boolean collidesWith(MountedPath other) {
        return path.equals(other.path) || below && other.path.startsWith(path) || other.below && path.startsWith(other.path);
    }

    /**
     * What follows the path in the address of a request.
     *
     * @param  uri the target of the request as it was sent; a server may have a prefix of its own in front of all its
     *             paths, which we don't know
     * @return     decoded, with a slash in front; empty when nothing follows, and when the path is not in it as it is
     *             written
     */
    String below(String uri) {
        String address = InboundRequest.decode(AUTHORITY.matcher(uri == null ? "" : uri).replaceFirst("").split("[?#]", 2)[0]);
        int start = address.lastIndexOf(path + "/");
        return start < 0 ? "" : address.substring(start + path.length());
    }
}
