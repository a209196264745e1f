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
import java.util.Objects;

import com.azure.core.http.HttpMethod;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One request to the service, without what the client adds: host, {@code api-version}, authentication, ids.
 *
 * @param method        the HTTP method
 * @param path          the encoded path below the endpoint, for example {@code /calling/callConnections/1:play}, made
 *                      with {@link PathSegment}, no query; or the absolute address of a {@link #followUp(URI)}
 * @param body          the JSON body; {@code null} sends no body and no content type
 * @param repeatability {@code null} when the service may act again on a second try
 */
public record ServiceRequest(HttpMethod method, String path, ObjectNode body, Repeatability repeatability) {

    /**
     * @throws IllegalArgumentException when the path is not absolute, has a query, fragment, blank or control
     *                                  character, or a GET has a body
     * @throws NullPointerException     when method or path is null
     */
    public ServiceRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        if (!isAddress(path) && !isPath(path)) {
            throw new IllegalArgumentException(
                    "A path must be encoded, begin with one slash and have no query, for example /calling/callConnections"
                                               + ", but was: " + MaskedText.path(path));
        }
        if (method == HttpMethod.GET && body != null) {
            throw new IllegalArgumentException("A GET has no body: " + MaskedText.path(path));
        }
    }

    /**
     * A read.
     *
     * @param path the encoded path
     */
    public static ServiceRequest get(String path) {
        return new ServiceRequest(HttpMethod.GET, path, null, null);
    }

    /**
     * A POST.
     *
     * @param path the encoded path
     * @param body the JSON body, or {@code null} for none
     */
    public static ServiceRequest post(String path, ObjectNode body) {
        return new ServiceRequest(HttpMethod.POST, path, body, null);
    }

    /**
     * A DELETE without a body.
     *
     * @param path the encoded path
     */
    public static ServiceRequest delete(String path) {
        return new ServiceRequest(HttpMethod.DELETE, path, null, null);
    }

    /**
     * The read of the next page of a list. The address is sent verbatim, without an {@code api-version} of ours; the
     * client refuses it when it is not on the scheme, host and port of its endpoint, because it would carry our
     * credentials there.
     *
     * @param  nextLink                 the {@code nextLink} of the page before
     * @throws IllegalArgumentException when it is no absolute http or https address
     */
    public static ServiceRequest followUp(URI nextLink) {
        if (!nextLink.isAbsolute() || nextLink.getHost() == null || !isAddress(nextLink.toString())) {
            throw new IllegalArgumentException(
                    "A nextLink must be an absolute address, for example https://contoso.communication.azure.com/calling/"
                                               + "callConnections/1/participants?api-version=2026-03-12&skip=50, but was: "
                                               + MaskedText.path(nextLink.toString()));
        }
        return new ServiceRequest(HttpMethod.GET, nextLink.toString(), null, null);
    }

    /**
     * A request for a file of a recording on the storage of the service. The address is sent verbatim, to a host that
     * is allowed only.
     *
     * @param  method                   GET or DELETE
     * @param  location                 the address that an event named
     * @throws IllegalArgumentException when it is no absolute http or https address
     */
    public static ServiceRequest stored(HttpMethod method, URI location) {
        if (location.getHost() == null || !isAddress(location.toString())) {
            throw new IllegalArgumentException("is no absolute http or https address");
        }
        return new ServiceRequest(method, location.toString(), null, null);
    }

    /**
     * Whether it takes a file away from the storage of the service.
     */
    boolean isStored() {
        return isAddress(path) && method == HttpMethod.DELETE;
    }

    /**
     * The same request, safe to send again.
     *
     * @param value the id and date, or {@code null} for a request that must not be repeated blindly
     */
    public ServiceRequest withRepeatability(Repeatability value) {
        return new ServiceRequest(method, path, body, value);
    }

    /**
     * Whether it is the read of a further page, made by {@link #followUp(URI)}.
     */
    public boolean isFollowUp() {
        return isAddress(path);
    }

    /**
     * Whether a second try does no harm: a read, or an operation that the service recognises by its repeatability id.
     */
    public boolean isRepeatable() {
        return method == HttpMethod.GET || repeatability != null;
    }

    /**
     * Method and path with call ids kept, numbers and people's ids masked, no query and no body.
     */
    @Override
    public String toString() {
        return method + " " + MaskedText.path(path);
    }

    private static boolean isAddress(String path) {
        return path.startsWith("https://") || path.startsWith("http://");
    }

    private static boolean isPath(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            return false;
        }
        for (int index = 0; index < path.length(); index++) {
            char c = path.charAt(index);
            if (c <= ' ' || c >= 0x7f || c == '?' || c == '#' || c == '\\') {
                return false;
            }
        }
        return true;
    }
}
