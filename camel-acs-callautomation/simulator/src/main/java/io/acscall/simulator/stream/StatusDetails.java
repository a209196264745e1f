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
package io.acscall.simulator.stream;

import java.util.Map;

/** Why a stream began, ended or failed: those of the service's status details that can happen here. */
enum StatusDetails {

    SUBSCRIPTION_STARTED("subscriptionStarted"),
    SUBSCRIPTION_STOPPED("subscriptionStopped"),
    REESTABLISHED("streamConnectionReestablished"),
    INTERRUPTED("streamConnectionInterrupted"),
    UNSUCCESSFUL("streamConnectionUnsuccessful"),
    INITIAL_CONNECTION_FAILED("initialWebSocketConnectionFailed"),
    URL_MISSING("streamUrlMissing"),
    SERVICE_SHUTDOWN("serviceShutdown"),
    SPEECH_SERVICES("speechServicesConnectionError"),
    LOCALE_UPDATED("transcriptionLocaleUpdated"),
    AUTHENTICATION_FAILURE("authenticationFailure"),
    BAD_REQUEST("badRequest"),
    FORBIDDEN("forbidden"),
    TOO_MANY_REQUESTS("tooManyRequests"),
    SERVICE_TIMEOUT("serviceTimeout"),
    UNSPECIFIED("unspecifiedError");

    private static final Map<Integer, StatusDetails> BY_STATUS = Map.of(400, BAD_REQUEST, 401, AUTHENTICATION_FAILURE, 403,
            FORBIDDEN, 408, SERVICE_TIMEOUT, 429, TOO_MANY_REQUESTS, 504, SERVICE_TIMEOUT);

    private final String wireName;

    StatusDetails(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    /** What a refused first connection means; transcriptions have a word of their own for what has no better one. */
    static StatusDetails of(StreamKind kind, int httpStatus) {
        return BY_STATUS.getOrDefault(httpStatus, kind == StreamKind.MEDIA ? INITIAL_CONNECTION_FAILED : UNSUCCESSFUL);
    }
}
