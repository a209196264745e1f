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

import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/** A refusal of the service: a status and the error envelope, whose code is a sub code written as text. */
public final class ServiceFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String innerCode;
    private final String innerMessage;
    private final transient Map<String, String> headers;

    private ServiceFault(int status, String code, String message, String innerCode, String innerMessage,
                         Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.innerCode = innerCode;
        this.innerMessage = innerMessage;
        this.headers = headers;
    }

    public static ServiceFault of(int status, String code, String message) {
        return new ServiceFault(status, code, message, null, null, Map.of());
    }

    /** 400/8523: a request field is missing or wrong. The message begins with the name of the field. */
    public static ServiceFault invalid(String field, String why) {
        return of(400, "8523", "The field " + field + " is invalid: " + why);
    }

    /** 404/8522: there is no such call, or it is over. */
    public static ServiceFault callNotFound() {
        return of(404, "8522", "Call not found.");
    }

    /** 404/8522: nobody of that name is in the call. */
    public static ServiceFault participantNotFound() {
        return of(404, "8522", "Participant not found.");
    }

    /** 400/8501: the call is not established yet, or not any more. */
    public static ServiceFault notEstablished() {
        return of(400, "8501", "Action is invalid when call is not in Established state.");
    }

    /** 401: who asks could not be authenticated; the inner error says why. */
    public static ServiceFault unauthorized(String code, String innerCode, String innerMessage) {
        return new ServiceFault(401, code, "Authentication failed.", innerCode, innerMessage, Map.of());
    }

    /** 405: the path is known, but not with this verb. */
    public static ServiceFault methodNotAllowed(String method, String allowed) {
        return new ServiceFault(
                405, "8520", "The method " + method + " is not supported here.", null, null,
                Map.of("Allow", allowed));
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** The refusal as an answer. */
    public ServiceAnswer toAnswer() {
        ServiceAnswer answer = ServiceAnswer.of(status, envelope());
        for (Map.Entry<String, String> header : headers.entrySet()) {
            answer = answer.withHeader(header.getKey(), header.getValue());
        }
        return answer;
    }

    private ObjectNode envelope() {
        ObjectNode json = Json.object();
        ObjectNode error = json.putObject("error").put("code", code).put("message", getMessage());
        if (innerCode != null) {
            error.putObject("innererror").put("code", innerCode).put("message", innerMessage);
        }
        return json;
    }
}
