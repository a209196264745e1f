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
package io.acscall.camel.outcome;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import static io.acscall.camel.outcome.Outcome.ANSWERED_ELSEWHERE;
import static io.acscall.camel.outcome.Outcome.BLOCKED;
import static io.acscall.camel.outcome.Outcome.BUSY;
import static io.acscall.camel.outcome.Outcome.CALL_ENDED;
import static io.acscall.camel.outcome.Outcome.CALL_EXPIRED;
import static io.acscall.camel.outcome.Outcome.CALL_NOT_ESTABLISHED;
import static io.acscall.camel.outcome.Outcome.CALL_NOT_FOUND;
import static io.acscall.camel.outcome.Outcome.CANCELLED;
import static io.acscall.camel.outcome.Outcome.CONFLICT;
import static io.acscall.camel.outcome.Outcome.DECLINED;
import static io.acscall.camel.outcome.Outcome.INPUT_TIMEOUT;
import static io.acscall.camel.outcome.Outcome.INVALID_REQUEST;
import static io.acscall.camel.outcome.Outcome.LIMIT_REACHED;
import static io.acscall.camel.outcome.Outcome.NETWORK;
import static io.acscall.camel.outcome.Outcome.NOT_ALLOWED;
import static io.acscall.camel.outcome.Outcome.NOT_SUPPORTED;
import static io.acscall.camel.outcome.Outcome.NO_ANSWER;
import static io.acscall.camel.outcome.Outcome.NO_MATCH;
import static io.acscall.camel.outcome.Outcome.PROMPT_FAILED;
import static io.acscall.camel.outcome.Outcome.RECORDING_FAILED;
import static io.acscall.camel.outcome.Outcome.RECORDING_NOT_FOUND;
import static io.acscall.camel.outcome.Outcome.REMOVED;
import static io.acscall.camel.outcome.Outcome.SERVICE_ERROR;
import static io.acscall.camel.outcome.Outcome.SILENCE;
import static io.acscall.camel.outcome.Outcome.SPEECH_UNAVAILABLE;
import static io.acscall.camel.outcome.Outcome.STREAM_FAILED;
import static io.acscall.camel.outcome.Outcome.THROTTLED;
import static io.acscall.camel.outcome.Outcome.UNAUTHORIZED;
import static io.acscall.camel.outcome.Outcome.UNKNOWN;
import static io.acscall.camel.outcome.Outcome.UNREACHABLE;

/**
 * The one table from the service's numbers to {@link Outcome}: the first row that fits counts, so the order is from the
 * special to the general. The rows come from the service's published result codes and recorded answers.
 */
public final class OutcomeTable {

    private static final int ANY = -1;
    private static final int SIP_FACTOR = 1000;

    private static final List<Row> ROWS = rows();

    /**
     * One row.
     *
     * @param operation the action it is limited to, or {@code null} for all
     * @param code      the HTTP status or {@code resultInformation.code}, -1 for any
     * @param from      the first subCode, -1 for any
     * @param to        the last subCode
     * @param outcome   what it means
     */
    public record Row(String operation, int code, int from, int to, Outcome outcome) {

        boolean fits(String action, int seenCode, int seenSubCode) {
            return (operation == null || operation.equals(action))
                    && (code == ANY || code == seenCode)
                    && (from == ANY || seenSubCode >= from && seenSubCode <= to);
        }
    }

    private OutcomeTable() {
    }

    /**
     * Looks a result up.
     *
     * @param  operation the name of the action, for example {@code answer}; may be {@code null}
     * @param  code      HTTP status or {@code resultInformation.code}
     * @param  subCode   the service's sub code, 0 when there is none
     * @return           never {@code null}; {@link Outcome#UNKNOWN} when no row fits
     */
    public static Outcome lookUp(String operation, int code, int subCode) {
        for (Row row : ROWS) {
            if (row.fits(operation, code, subCode)) {
                return row.outcome();
            }
        }
        return UNKNOWN;
    }

    /**
     * The rows in the order in which they are tried; for the documentation.
     */
    public static List<Row> table() {
        return ROWS;
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        incomingCall(rows);
        recordings(rows);
        legs(rows);
        carrier(rows);
        media(rows);
        requests(rows);
        statuses(rows);
        return Collections.unmodifiableList(rows);
    }

    private static void incomingCall(List<Row> rows) {
        for (String operation : List.of("answer", "reject", "redirect")) {
            add(rows, operation, ANY, CALL_EXPIRED, 8522, 8523, 8528, 8543);
        }
        add(rows, null, ANY, CALL_EXPIRED, 8586, 8587);
    }

    /** What is not found is the recording, or its file on the storage, which answers with a status alone. */
    private static void recordings(List<Row> rows) {
        for (String operation : List.of("pauseRecording", "resumeRecording", "stopRecording", "getRecordingState",
                "downloadRecording", "deleteRecording")) {
            rows.add(new Row(operation, 404, ANY, ANY, RECORDING_NOT_FOUND));
        }
    }

    private static void legs(List<Row> rows) {
        add(rows, null, 487, ANSWERED_ELSEWHERE, 10003);
        add(rows, null, 487, NO_ANSWER, 10004);
        add(rows, null, 487, DECLINED, 10024);
        add(rows, null, 487, CANCELLED, 0, 540487);
        add(rows, null, 480, UNREACHABLE, 10037, 10076, 10077, 10078);
        add(rows, null, 408, NETWORK, 4506, 10057);
        add(rows, null, 410, NETWORK, 3100, 3101, 3112, 301004, 301005);
        add(rows, null, 401, UNAUTHORIZED, 10009);
        rows.add(new Row(null, 403, 5828, 5830, NOT_ALLOWED));
        add(rows, null, 403, BLOCKED, 510403);
        add(rows, null, ANY, REMOVED, 5000, 5300, 5317);
        add(rows, null, ANY, CALL_ENDED, 5001, 5002, 5003, 7000, 540000, 560000);
    }

    /** PSTN legs: the last three digits of 540xxx and 560xxx are the SIP status of the carrier. */
    private static void carrier(List<Row> rows) {
        for (int prefix : List.of(540, 560)) {
            sip(rows, prefix, 403, BLOCKED);
            sip(rows, prefix, 404, UNREACHABLE);
            sip(rows, prefix, 408, NO_ANSWER);
            sip(rows, prefix, 480, UNREACHABLE);
            sip(rows, prefix, 484, UNREACHABLE);
            sip(rows, prefix, 486, BUSY);
            sip(rows, prefix, 487, CANCELLED);
            sip(rows, prefix, 600, BUSY);
            sip(rows, prefix, 603, DECLINED);
            rows.add(new Row(null, ANY, prefix * SIP_FACTOR + 500, prefix * SIP_FACTOR + 599, UNREACHABLE));
        }
        add(rows, null, ANY, UNREACHABLE, 511532, 511404);
        rows.add(new Row(null, ANY, 500000, 539999, SERVICE_ERROR));
    }

    private static void media(List<Row> rows) {
        add(rows, null, ANY, CANCELLED, 8508, 8542, 8604, 8579);
        add(rows, null, ANY, SILENCE, 8509, 8510);
        add(rows, null, ANY, INPUT_TIMEOUT, 8532);
        add(rows, null, ANY, NO_MATCH, 8534, 8547, 8563);
        add(rows, null, ANY, PROMPT_FAILED, 8511, 8512, 8535, 8536, 8572, 8582);
        add(rows, null, ANY, SPEECH_UNAVAILABLE, 8564, 8565, 8567, 8568, 8570, 8605, 7606);
        add(rows, null, ANY, RECORDING_FAILED, 8506, 8513, 8515, 8525, 8553, 8554, 8557, 8562, 8571, 8573, 8588, 8608);
        add(rows, null, ANY, STREAM_FAILED, 8578, 8580, 8581, 8603, 8613);
    }

    private static void requests(List<Row> rows) {
        add(rows, null, ANY, CALL_NOT_ESTABLISHED, 8501, 8585);
        add(rows, null, 405, NOT_SUPPORTED, 8522);
        add(rows, null, ANY, CALL_NOT_FOUND, 8522, 8528, 8543, 8558);
        add(rows, null, ANY, CONFLICT, 8500, 8503, 8504, 8505, 8519, 8583, 8607);
        add(rows, null, ANY, THROTTLED, 8516, 8589);
        add(rows, null, ANY, LIMIT_REACHED, 8521, 8524, 8529, 8530, 8559);
        add(rows, null, ANY, NOT_SUPPORTED, 8520, 8548, 8566);
        add(rows, null, ANY, DECLINED, 8538);
        add(rows, null, ANY, BUSY, 8539, 8540);
        add(rows, null, ANY, UNREACHABLE, 8541, 8544, 8546, 8549, 8550, 8551, 8555);
        add(rows, null, ANY, INVALID_REQUEST, 8502, 8523, 8526, 8527, 8561);
        add(rows, null, ANY, NETWORK, 8537);
        add(rows, null, ANY, UNAUTHORIZED, 7500, 7501, 7505, 7506, 7508, 7509, 7510);
        add(rows, null, ANY, NOT_ALLOWED, 7502, 7504, 7507, 7600, 7601, 7602, 7603, 7604, 7605, 8517, 8552, 8556, 8560, 8594);
        add(rows, null, ANY, SERVICE_ERROR, 8518, 8606, 8609, 8610, 9001, 9002, 9003, 9998, 9999);
    }

    private static void statuses(List<Row> rows) {
        status(rows, 603, DECLINED);
        status(rows, 600, BUSY);
        status(rows, 486, BUSY);
        status(rows, 487, CANCELLED);
        status(rows, 480, UNREACHABLE);
        status(rows, 408, NO_ANSWER);
        status(rows, 400, INVALID_REQUEST);
        status(rows, 401, UNAUTHORIZED);
        status(rows, 403, NOT_ALLOWED);
        status(rows, 404, CALL_NOT_FOUND);
        status(rows, 405, NOT_SUPPORTED);
        status(rows, 409, CONFLICT);
        status(rows, 410, NETWORK);
        status(rows, 412, CONFLICT);
        status(rows, 416, INVALID_REQUEST);
        status(rows, 429, THROTTLED);
        for (int code : List.of(500, 501, 502, 503, 504)) {
            status(rows, code, SERVICE_ERROR);
        }
    }

    private static void add(List<Row> rows, String operation, int code, Outcome outcome, int... subCodes) {
        Objects.requireNonNull(outcome, "outcome");
        for (int subCode : subCodes) {
            rows.add(new Row(operation, code, subCode, subCode, outcome));
        }
    }

    private static void sip(List<Row> rows, int prefix, int status, Outcome outcome) {
        add(rows, null, ANY, outcome, prefix * SIP_FACTOR + status);
    }

    private static void status(List<Row> rows, int code, Outcome outcome) {
        rows.add(new Row(null, code, ANY, ANY, outcome));
    }
}
