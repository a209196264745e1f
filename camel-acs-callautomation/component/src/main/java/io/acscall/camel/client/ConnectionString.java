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
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A connection string of an ACS resource, {@code endpoint=https://contoso.communication.azure.com/;accesskey=...}.
 *
 * @param endpoint  the address of the resource, without a path
 * @param accessKey the key
 */
public record ConnectionString(URI endpoint, Credential.AccessKey accessKey) {

    private static final String ENDPOINT = "endpoint";
    private static final String ACCESS_KEY = "accesskey";

    /**
     * Reads it: parts in any order and letter case, a semicolon at the end is fine, blanks in the key become
     * <code>+</code> again.
     *
     * @param  text                     the connection string
     * @throws IllegalArgumentException when a part is missing, wrong or twice; the message names the option
     *                                  {@code connectionString} and never shows the key
     */
    public static ConnectionString parse(String text) {
        Map<String, String> parts = parts(text);
        URI endpoint;
        try {
            endpoint = Endpoint.of(required(parts, ENDPOINT).strip()).uri();
        } catch (IllegalArgumentException e) {
            throw refused("its endpoint is wrong. " + e.getMessage());
        }
        String key = Credential.AccessKey.repaired(required(parts, ACCESS_KEY));
        if (key == null) {
            throw refused("its accesskey (not shown) is not base64");
        }
        return new ConnectionString(endpoint, new Credential.AccessKey(key));
    }

    private static Map<String, String> parts(String text) {
        if (text == null || text.isBlank()) {
            throw refused("it is empty");
        }
        Map<String, String> parts = new HashMap<>();
        for (String part : text.strip().split(";")) {
            int equals = part.indexOf('=');
            if (part.isBlank()) {
                continue;
            }
            if (equals < 0) {
                throw refused("a part of it (not shown) has no name");
            }
            String name = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            if (parts.put(name, part.substring(equals + 1)) != null) {
                throw refused("it has a part twice");
            }
        }
        return parts;
    }

    private static String required(Map<String, String> parts, String name) {
        String value = parts.get(name);
        if (value == null || value.isBlank()) {
            throw refused("it has no " + name);
        }
        return value;
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException(
                "The option connectionString must look like"
                                            + " endpoint=https://contoso.communication.azure.com/;accesskey=<base64>, but "
                                            + why);
    }
}
