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
package io.acscall.simulator.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.acscall.simulator.auth.SignedRequest;
import io.acscall.simulator.recording.RecordingPaths;

/**
 * A request as it came over HTTP.
 *
 * @param method       HTTP verb
 * @param pathAndQuery exactly as sent
 * @param headers      as sent
 * @param body         exact bytes, empty when there is none
 * @param arrived      wall clock
 */
public record ServiceCall(String method, String pathAndQuery, List<Map.Entry<String, String>> headers, byte[] body,
        Instant arrived) {

    /** The first value of a header by name in any case, or null. */
    public String header(String name) {
        return headers.stream().filter(header -> header.getKey().equalsIgnoreCase(name)).map(Map.Entry::getValue).findFirst()
                .orElse(null);
    }

    /** The path as sent, without the query. */
    String rawPath() {
        int query = pathAndQuery.indexOf('?');
        return query < 0 ? pathAndQuery : pathAndQuery.substring(0, query);
    }

    /**
     * What its signature is over. Requests for files are signed without their query, and for the host of the service
     * instead of the host that keeps the file.
     */
    SignedRequest signed() {
        if (!rawPath().startsWith(RecordingPaths.OBJECTS)) {
            return new SignedRequest(method, pathAndQuery, this::header, body);
        }
        String host = header("x-ms-host");
        return new SignedRequest(
                method, rawPath(), name -> host != null && "host".equals(name) ? host : header(name), body);
    }

    /** The first value of a query parameter, or null. */
    String query(String name) {
        int query = pathAndQuery.indexOf('?');
        if (query < 0) {
            return null;
        }
        for (String pair : pathAndQuery.substring(query + 1).split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return null;
    }
}
