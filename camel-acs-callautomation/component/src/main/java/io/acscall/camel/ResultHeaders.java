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

import java.util.List;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.ResultInformation;
import io.acscall.camel.outcome.Outcome;
import io.acscall.camel.outcome.OutcomeTable;
import org.apache.camel.Message;

/**
 * Writes events and results into headers, and removes what a step must not see of the step before.
 */
final class ResultHeaders {

    private static final int FIRST_ERROR = 300;

    private static final List<String> OF_A_STEP = List.of(AcsCallConstants.OUTCOME, AcsCallConstants.RETRYABLE,
            AcsCallConstants.RESULT_CODE, AcsCallConstants.RESULT_SUB_CODE, AcsCallConstants.RESULT_MESSAGE,
            AcsCallConstants.TONES,
            AcsCallConstants.CHOICE, AcsCallConstants.CHOICE_PHRASE, AcsCallConstants.CONFIDENCE, AcsCallConstants.SPEECH,
            AcsCallConstants.PARTICIPANT, AcsCallConstants.PARTICIPANTS, AcsCallConstants.CONTENT_TYPE,
            AcsCallConstants.CONTENT_LENGTH, AcsCallConstants.RECORDING_STATE);

    private ResultHeaders() {
    }

    /** A menu must not see the key of the menu before. */
    static void removeOfEarlierStep(Message message) {
        OF_A_STEP.forEach(message::removeHeader);
    }

    /** Ids, type and result of an event. */
    static void set(Message message, CallEvent event) {
        setIfThere(message, AcsCallConstants.CONNECTION_ID, event.callConnectionId());
        setIfThere(message, AcsCallConstants.SERVER_CALL_ID, event.serverCallId());
        setIfThere(message, AcsCallConstants.CORRELATION_ID, event.correlationId());
        setIfThere(message, AcsCallConstants.EVENT_TYPE, event.shortType());
        setIfThere(message, AcsCallConstants.EVENT_ID, event.id());
        setIfThere(message, AcsCallConstants.EVENT_TIME, event.time());
        result(message, event.result());
    }

    private static void result(Message message, ResultInformation result) {
        if (result == null) {
            return;
        }
        message.setHeader(AcsCallConstants.RESULT_CODE, result.code());
        message.setHeader(AcsCallConstants.RESULT_SUB_CODE, result.subCode());
        setIfThere(message, AcsCallConstants.RESULT_MESSAGE, result.message());
        if (result.code() >= FIRST_ERROR) {
            outcome(message, OutcomeTable.lookUp(null, result.code(), result.subCode()));
        }
    }

    static void outcome(Message message, Outcome outcome) {
        message.setHeader(AcsCallConstants.OUTCOME, outcome);
        message.setHeader(AcsCallConstants.RETRYABLE, outcome.isRetryable());
    }

    static void setIfThere(Message message, String header, Object value) {
        if (value != null) {
            message.setHeader(header, value);
        }
    }
}
