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
package io.acscall.camel;

import io.acscall.camel.client.Masking;
import io.acscall.camel.client.ServiceException;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.ResultInformation;
import io.acscall.camel.outcome.Outcome;
import io.acscall.camel.outcome.OutcomeTable;

/**
 * What is known of a failed action.
 *
 * @param action           the action, never {@code null}
 * @param outcome          what it means, never {@code null}
 * @param statusCode       HTTP status of the answer or code of the event; 0 when there is neither
 * @param errorCode        the service's finer code, or {@code null}
 * @param serviceMessage   the service's own text, or {@code null}
 * @param callConnectionId the call, or {@code null}
 * @param clientRequestId  the id of the request for the service's support, or {@code null}
 */
public record CallFailure(
        String action, Outcome outcome, int statusCode, String errorCode, String serviceMessage, String callConnectionId,
        String clientRequestId) {

    private static final int SERVER_ERROR = 500;

    static CallFailure of(String action, String callConnectionId, ServiceException failed, boolean acts) {
        return new CallFailure(
                action, outcome(action, failed, acts), failed.status(), failed.errorCode(), failed.serviceMessage(),
                callConnectionId,
                failed.clientRequestId());
    }

    static CallFailure of(String action, CallEvent event) {
        ResultInformation result = event.result() == null ? new ResultInformation(0, 0, null) : event.result();
        return new CallFailure(
                action, OutcomeTable.lookUp(action, result.code(), result.subCode()), result.code(),
                String.valueOf(result.subCode()), result.message(), event.callConnectionId(), null);
    }

    static CallFailure of(String action, Outcome outcome, String callConnectionId) {
        return new CallFailure(action, outcome, 0, null, null, callConnectionId, null);
    }

    /**
     * After an error of the service itself it is not known whether a request that changes something was carried out.
     */
    private static Outcome outcome(String action, ServiceException failed, boolean acts) {
        return switch (failed.delivery()) {
            case NOT_SENT -> Outcome.NOT_SENT;
            case UNKNOWN -> acts ? Outcome.IN_DOUBT : Outcome.SERVICE_ERROR;
            case ANSWERED -> acts && failed.status() >= SERVER_ERROR && failed.retryAfter() == null
                    ? Outcome.IN_DOUBT : OutcomeTable.lookUp(action, failed.status(), subCode(failed.errorCode()));
        };
    }

    private static int subCode(String errorCode) {
        return errorCode != null && errorCode.matches("[0-9]{1,9}") ? Integer.parseInt(errorCode) : 0;
    }

    String describe(String what) {
        StringBuilder text
                = new StringBuilder("acs-call:").append(action).append(' ').append(what).append(": ").append(outcome);
        if (statusCode != 0) {
            text.append(" (").append(statusCode).append(errorCode == null ? "" : "/" + errorCode).append(')');
        }
        if (serviceMessage != null && !serviceMessage.isBlank()) {
            text.append(", the service says: ").append(Masking.inText(serviceMessage.strip().replaceAll("[.]$", "")));
        }
        text.append(". ").append(outcome.advice());
        if (callConnectionId != null) {
            text.append(" callConnectionId=").append(callConnectionId);
        }
        if (clientRequestId != null) {
            text.append(" clientRequestId=").append(clientRequestId);
        }
        return text.toString();
    }
}
