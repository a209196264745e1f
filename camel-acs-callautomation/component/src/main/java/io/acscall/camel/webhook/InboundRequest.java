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

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * An HTTP request as far as this package cares, whichever server took it.
 */
public final class InboundRequest {

    private final String method;
    private final String below;
    private final UnaryOperator<String> headers;
    private final String query;
    private final byte[] body;

    /**
     * A request to the path itself.
     *
     * @param method  the HTTP method
     * @param headers the headers, names in any case; {@code null} for none
     * @param query   the query of the address as it was sent, still encoded and without the question mark; {@code null}
     *                for none
     * @param body    the bytes of the body; {@code null} for none. Not copied: nobody changes them any more
     */
    public InboundRequest(String method, Map<String, String> headers, String query, byte[] body) {
        this(method, "", headers, query, body);
    }

    /**
     * A request.
     *
     * @param method  the HTTP method
     * @param below   what follows the path of the door in the address, decoded; with a slash in front, empty for
     *                nothing
     * @param headers the headers, names in any case; {@code null} for none
     * @param query   the query of the address as it was sent, still encoded and without the question mark; {@code null}
     *                for none
     * @param body    the bytes of the body; {@code null} for none. Not copied: nobody changes them any more
     */
    public InboundRequest(String method, String below, Map<String, String> headers, String query, byte[] body) {
        this(method, below, inAnyCase(headers), query, body);
    }

    /**
     * A request whose headers stay where they are.
     *
     * @param method  the HTTP method
     * @param below   what follows the path of the door in the address, decoded; with a slash in front, empty for
     *                nothing
     * @param headers gives the value of a header, named in any case, {@code null} for none; asked only while the door
     *                takes the request
     * @param query   the query of the address as it was sent, still encoded and without the question mark; {@code null}
     *                for none
     * @param body    the bytes of the body; {@code null} for none. Not copied: nobody changes them any more
     */
    InboundRequest(String method, String below, UnaryOperator<String> headers, String query, byte[] body) {
        this.method = method;
        this.below = below;
        this.headers = headers;
        this.query = query;
        this.body = body == null ? new byte[0] : body;
    }

    private static UnaryOperator<String> inAnyCase(Map<String, String> headers) {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (headers != null) {
            byName.putAll(headers);
        }
        return byName::get;
    }

    /** {@return the HTTP method} */
    public String method() {
        return method;
    }

    /** {@return what follows the path of the door in the address, decoded; with a slash in front, empty for nothing} */
    public String below() {
        return below;
    }

    /**
     * {@return the value of a header, empty where the request has none or a blank one}
     *
     * @param name its name in any case
     */
    public Optional<String> header(String name) {
        String value = headers.apply(name);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }

    /**
     * The value of a query parameter. A plus sign stands for itself, since the one who wrote the address of a webhook
     * by hand meant it so; only {@code %XX} is decoded.
     *
     * @param  name its name, case counts
     * @return      the first value, empty where the query has none or a blank one
     */
    public Optional<String> queryParameter(String name) {
        if (query == null) {
            return Optional.empty();
        }
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> decode(pair.substring(name.length() + 1)))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** {@return the bytes of the body, empty where there is none; not a copy} */
    public byte[] body() {
        return body;
    }

    /** The method and the size only: path, headers and query hold secrets. */
    @Override
    public String toString() {
        return "InboundRequest[" + method + ", " + body.length + " bytes]";
    }

    /** Decodes {@code %XX}; a plus sign stands for itself, and what can't be decoded stays as it is. */
    static String decode(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
