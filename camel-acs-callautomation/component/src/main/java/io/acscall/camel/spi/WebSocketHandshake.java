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
package io.acscall.camel.spi;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The HTTP request that asks for a WebSocket.
 *
 * @param headers the headers; a name is found in any case
 */
public record WebSocketHandshake(Map<String, String> headers) {

    /** Takes a copy of the headers. */
    public WebSocketHandshake {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        headers = Collections.unmodifiableMap(byName);
    }

    /**
     * {@return the value of a header, empty where the request has none or a blank one}
     *
     * @param name its name in any case
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** How many headers there are: they hold a token. */
    @Override
    public String toString() {
        return "WebSocketHandshake[" + headers.size() + " headers]";
    }
}
