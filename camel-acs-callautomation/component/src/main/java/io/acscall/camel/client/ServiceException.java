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

import java.time.Duration;

/**
 * A request that did not succeed. Its text names method, path, status, code and the service's message; numbers and
 * people's ids are masked, and there is never a key or a token in it.
 */
public final class ServiceException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The HTTP status; 0 without an answer. */
    private final int status;
    private final String errorCode;
    private final String serviceMessage;
    private final String clientRequestId;
    private final Duration retryAfter;
    private final Delivery delivery;

    private ServiceException(String message, Throwable cause, int status, ServiceError error, String clientRequestId,
                             Duration retryAfter, Delivery delivery) {
        super(message, cause);
        this.status = status;
        this.errorCode = error.code();
        this.serviceMessage = error.message();
        this.clientRequestId = clientRequestId;
        this.retryAfter = retryAfter;
        this.delivery = delivery;
    }

    /**
     * The service answered with a status that is no success.
     *
     * @param request         what was asked
     * @param status          the HTTP status
     * @param error           what the body says
     * @param clientRequestId the id of the request
     * @param retryAfter      how long the service asks to wait, or {@code null}
     * @param inDoubt         whether an earlier try of the request may have taken effect and this answer does not
     *                        settle it
     */
    static ServiceException answered(
            ServiceRequest request, int status, ServiceError error, String clientRequestId,
            Duration retryAfter, boolean inDoubt) {
        StringBuilder text = new StringBuilder().append(request).append(" failed with status ").append(status);
        if (error.code() != null) {
            text.append(", code ").append(error.code());
        }
        if (error.message() != null) {
            text.append(": ").append(error.message());
        }
        if (inDoubt) {
            text.append("; an earlier try may have taken effect");
        }
        text.append(" (client request id ").append(clientRequestId);
        if (retryAfter != null) {
            text.append(", retry after ").append(retryAfter.toMillis()).append(" ms");
        }
        return new ServiceException(
                text.append(')').toString(), null, status, error, clientRequestId, retryAfter,
                inDoubt ? Delivery.UNKNOWN : Delivery.ANSWERED);
    }

    /**
     * The service answered with success, but what it said cannot be read.
     *
     * @param request         what was asked
     * @param status          the HTTP status
     * @param clientRequestId the id of the request
     */
    static ServiceException unreadable(ServiceRequest request, int status, String clientRequestId) {
        return new ServiceException(
                request + " was answered with status " + status + ", but the body is not JSON (client request id "
                                    + clientRequestId + ")",
                null, status, ServiceError.NONE, clientRequestId, null, Delivery.ANSWERED);
    }

    /**
     * There was no answer.
     *
     * @param request         what was asked
     * @param host            where, without credentials
     * @param delivery        how far it came
     * @param cause           why
     * @param clientRequestId the id of the request
     */
    static ServiceException unanswered(
            ServiceRequest request, String host, Delivery delivery, Throwable cause,
            String clientRequestId) {
        boolean sent = delivery != Delivery.NOT_SENT;
        return new ServiceException(
                request + (sent ? " got no answer from " : " was not sent to ") + host + ": " + NetworkFailure.describe(cause)
                                    + (sent ? "; it may have taken effect" : "") + " (client request id " + clientRequestId
                                    + ")",
                cause, 0, ServiceError.NONE, clientRequestId, null, delivery);
    }

    /** The HTTP status; 0 when there was no answer. */
    public int status() {
        return status;
    }

    /** The {@code error.code} of the service, for example {@code 8522}; {@code null} when it named none. */
    public String errorCode() {
        return errorCode;
    }

    /** The {@code error.message} of the service with numbers masked, shortened; {@code null} when there was none. */
    public String serviceMessage() {
        return serviceMessage;
    }

    /** The {@code x-ms-client-request-id} under which the service knows the request. */
    public String clientRequestId() {
        return clientRequestId;
    }

    /** How long the service asks to wait; {@code null} when it did not say. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** Whether the service can have acted. */
    public Delivery delivery() {
        return delivery;
    }
}
