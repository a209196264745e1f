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
package io.acscall.simulator.http;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the service answers to a request.
 *
 * @param status  HTTP status
 * @param body    JSON body, or null for an empty answer
 * @param headers headers beside those that every answer has; never null
 * @param callId  the call it is about, for the timeline only; null when there is none
 * @param content a body that is no JSON object of the service, instead of the JSON body; null for none
 */
public record ServiceAnswer(int status, JsonNode body, Map<String, String> headers, String callId,
        AnswerContent content) {

    public ServiceAnswer {
        headers = Map.copyOf(headers);
    }

    public static ServiceAnswer of(int status, JsonNode body) {
        return new ServiceAnswer(status, body, Map.of(), null, null);
    }

    public static ServiceAnswer of(int status, AnswerContent content) {
        return new ServiceAnswer(status, null, Map.of(), null, content);
    }

    public static ServiceAnswer empty(int status) {
        return of(status, (JsonNode) null);
    }

    /** Whether there is anything after the headers. */
    public boolean hasBody() {
        return body != null || content != null;
    }

    public ServiceAnswer withHeader(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new ServiceAnswer(status, body, all, callId, content);
    }

    public ServiceAnswer about(String call) {
        return new ServiceAnswer(status, body, headers, call, content);
    }
}
