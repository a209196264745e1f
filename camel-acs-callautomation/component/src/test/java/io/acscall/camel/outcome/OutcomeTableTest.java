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

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.acscall.camel.outcome.OutcomeTable.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OutcomeTableTest {

    /** Sub codes that the service documents for any operation. */
    private static final int[] DOCUMENTED = {
            7500, 7501, 7502, 7504, 7505, 7506, 7507, 7508, 7509, 7510, 7600, 7601, 7602, 7603,
            7604, 7605, 7606, 8586, 8587, 8588, 8589, 8594, 8603, 8604, 8605, 8606, 8607, 8608, 8609, 8610, 8613, 9001, 9002,
            9003,
            9998, 9999 };
    /** Among 8500 to 8583: those of success, and the one that means nothing. */
    private static final Set<Integer> NO_FAILURES = Set.of(8507, 8514, 8531, 8533, 8545, 8569, 8574, 8575, 8576, 8577);
    /** Said by the component itself: no numbers of the service are behind them. */
    private static final Set<Outcome> WITHOUT_NUMBERS
            = EnumSet.of(Outcome.CALLER_LIMIT, Outcome.TIMED_OUT, Outcome.SHUTDOWN, Outcome.NOT_SENT, Outcome.IN_DOUBT,
                    Outcome.UNKNOWN);
    private static final int[] CODES = {
            0, 200, 400, 401, 403, 404, 405, 408, 409, 410, 412, 429, 480, 486, 487, 500, 501, 502, 503,
            504, 600, 603 };

    @ParameterizedTest
    @CsvSource(textBlock = """
            # how a leg ends
            createCall, 603, 0, DECLINED
            createCall, 487, 0, CANCELLED
            createCall, 487, 540487, CANCELLED
            createCall, 487, 10003, ANSWERED_ELSEWHERE
            createCall, 487, 10004, NO_ANSWER
            addParticipant, 487, 10024, DECLINED
            createCall, 480, 10037, UNREACHABLE
            createCall, 480, 10076, UNREACHABLE
            createCall, 480, 10077, UNREACHABLE
            createCall, 480, 10078, UNREACHABLE
            createCall, 486, 560486, BUSY
            createCall, 0, 560000, CALL_ENDED
            createCall, 0, 540000, CALL_ENDED
            play, 200, 540000, CALL_ENDED
            play, 200, 7000, CALL_ENDED
            play, 0, 7000, CALL_ENDED
            play, 200, 5001, CALL_ENDED
            play, 200, 5002, CALL_ENDED
            play, 200, 5300, REMOVED
            play, 0, 5000, REMOVED
            play, 0, 5317, REMOVED
            play, 408, 4506, NETWORK
            play, 408, 10057, NETWORK
            play, 410, 3100, NETWORK
            play, 410, 3101, NETWORK
            play, 410, 3112, NETWORK
            play, 410, 301004, NETWORK
            play, 410, 301005, NETWORK
            connect, 401, 10009, UNAUTHORIZED
            connect, 403, 5828, NOT_ALLOWED
            connect, 403, 5830, NOT_ALLOWED
            createCall, 403, 510403, BLOCKED
            # what a carrier says
            createCall, 403, 560403, BLOCKED
            createCall, 404, 560404, UNREACHABLE
            createCall, 408, 560408, NO_ANSWER
            createCall, 480, 560480, UNREACHABLE
            createCall, 484, 560484, UNREACHABLE
            createCall, 500, 560500, UNREACHABLE
            createCall, 503, 560503, UNREACHABLE
            createCall, 603, 560603, DECLINED
            createCall, 486, 540486, BUSY
            createCall, 500, 511532, UNREACHABLE
            createCall, 404, 511404, UNREACHABLE
            createCall, 500, 500001, SERVICE_ERROR
            createCall, 500, 531004, SERVICE_ERROR
            # media
            play, 400, 8508, CANCELLED
            recognize, 400, 8508, CANCELLED
            play, 400, 8535, PROMPT_FAILED
            play, 400, 8536, PROMPT_FAILED
            play, 400, 8565, SPEECH_UNAVAILABLE
            play, 500, 8572, PROMPT_FAILED
            play, 500, 9999, SERVICE_ERROR
            recognize, 400, 8510, SILENCE
            recognize, 400, 8532, INPUT_TIMEOUT
            recognize, 500, 8511, PROMPT_FAILED
            recognize, 500, 8512, PROMPT_FAILED
            recognize, 400, 8547, NO_MATCH
            recognize, 400, 8563, NO_MATCH
            recognize, 400, 8534, NO_MATCH
            startRecording, 400, 8553, RECORDING_FAILED
            startRecording, 400, 8571, RECORDING_FAILED
            startRecording, 400, 8557, RECORDING_FAILED
            startRecording, 400, 8559, LIMIT_REACHED
            stopRecording, 404, 8522, RECORDING_NOT_FOUND
            getRecordingState, 404, 8522, RECORDING_NOT_FOUND
            downloadRecording, 404, 0, RECORDING_NOT_FOUND
            deleteRecording, 404, 0, RECORDING_NOT_FOUND
            startRecording, 404, 8522, CALL_NOT_FOUND
            downloadRecording, 416, 0, INVALID_REQUEST
            startMediaStreaming, 500, 8603, STREAM_FAILED
            startMediaStreaming, 400, 8604, CANCELLED
            startTranscription, 500, 8578, STREAM_FAILED
            startTranscription, 400, 8579, CANCELLED
            startTranscription, 400, 8581, STREAM_FAILED
            startTranscription, 400, 8605, SPEECH_UNAVAILABLE
            # requests
            play, 400, 8500, CONFLICT
            play, 400, 8501, CALL_NOT_ESTABLISHED
            play, 400, 8523, INVALID_REQUEST
            play, 400, 8528, CALL_NOT_FOUND
            play, 400, 8567, SPEECH_UNAVAILABLE
            play, 400, 8585, CALL_NOT_ESTABLISHED
            connect, 400, 8527, INVALID_REQUEST
            createCall, 403, 7504, NOT_ALLOWED
            createCall, 403, 7507, NOT_ALLOWED
            hangUp, 404, 8522, CALL_NOT_FOUND
            play, 405, 8520, NOT_SUPPORTED
            play, 405, 8522, NOT_SUPPORTED
            play, 409, 8519, CONFLICT
            play, 412, 8583, CONFLICT
            play, 429, 8516, THROTTLED
            play, 429, 0, THROTTLED
            play, 401, 7509, UNAUTHORIZED
            play, 500, 9001, SERVICE_ERROR
            play, 502, 9002, SERVICE_ERROR
            play, 503, 9998, SERVICE_ERROR
            play, 504, 0, SERVICE_ERROR
            # an incoming call that rings no more
            answer, 400, 8523, CALL_EXPIRED
            answer, 404, 8522, CALL_EXPIRED
            redirect, 400, 8523, CALL_EXPIRED
            reject, 400, 8528, CALL_EXPIRED
            answer, 404, 8543, CALL_EXPIRED
            answer, 400, 8586, CALL_EXPIRED
            answer, 400, 8587, CALL_EXPIRED
            # the status alone
            play, 400, 1, INVALID_REQUEST
            play, 401, 0, UNAUTHORIZED
            play, 403, 0, NOT_ALLOWED
            play, 404, 0, CALL_NOT_FOUND
            play, 405, 0, NOT_SUPPORTED
            createCall, 408, 0, NO_ANSWER
            play, 409, 0, CONFLICT
            createCall, 486, 0, BUSY
            createCall, 480, 0, UNREACHABLE
            createCall, 600, 0, BUSY
            """)
    void saysWhatTheNumbersMean(String operation, int code, int subCode, Outcome expected) {
        assertThat(OutcomeTable.lookUp(operation, code, subCode)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({ "418, 0", "0, 0", "999, 123456789", "-1, -1", "0, -7000", "200, 8531" })
    void whatIsNotInTheTableIsUnknown(int code, int subCode) {
        assertThat(OutcomeTable.lookUp("play", code, subCode)).isEqualTo(Outcome.UNKNOWN);
        assertThat(OutcomeTable.lookUp(null, code, subCode)).isEqualTo(Outcome.UNKNOWN);
    }

    static IntStream documented() {
        return IntStream.concat(IntStream.of(DOCUMENTED),
                IntStream.rangeClosed(8500, 8583).filter(subCode -> subCode != 8584 && !NO_FAILURES.contains(subCode)));
    }

    @ParameterizedTest
    @MethodSource("documented")
    void everyDocumentedSubCodeHasAMeaningWhateverTheStatus(int subCode) {
        Set<Outcome> meanings = IntStream.of(0, 400, 500).mapToObj(code -> OutcomeTable.lookUp(null, code, subCode))
                .collect(Collectors.toSet());

        assertThat(meanings).hasSize(1).doesNotContain(Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = { 540, 560 })
    void everyServerErrorOfACarrierMeansThatTheNumberIsOutOfReach(int prefix) {
        assertThat(IntStream.rangeClosed(prefix * 1000 + 500, prefix * 1000 + 599)
                .mapToObj(subCode -> OutcomeTable.lookUp("createCall", 0, subCode)).distinct())
                .containsExactly(Outcome.UNREACHABLE);
        assertThat(OutcomeTable.lookUp("createCall", 0, prefix * 1000 + 499)).isEqualTo(Outcome.UNKNOWN);
    }

    static Stream<Row> rows() {
        return OutcomeTable.table().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowCanBeReached(Row row) {
        assertThat(candidates(row)).as("no row before it takes all that it fits").anyMatch(seen -> first(seen) == row);
    }

    @Test
    void noRowStandsThereTwice() {
        assertThat(OutcomeTable.table()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowIsWellFormed(Row row) {
        assertThat(row.outcome()).isNotNull().isNotEqualTo(Outcome.UNKNOWN);
        assertThat(row.from()).isLessThanOrEqualTo(row.to());
        assertThat(row.code() >= 0 || row.from() >= 0).as("fits not everything").isTrue();
    }

    @Test
    void everyOutcomeIsInTheTableOrIsSaidByTheComponentItself() {
        Set<Outcome> inTable = rows().map(Row::outcome).collect(Collectors.toSet());

        assertThat(EnumSet.complementOf(EnumSet.copyOf(inTable))).isEqualTo(WITHOUT_NUMBERS);
    }

    @Test
    void theTableCannotBeChanged() {
        assertThat(OutcomeTable.table()).isUnmodifiable();
    }

    private record Seen(String operation, int code, int subCode) {
    }

    private static Stream<Seen> candidates(Row row) {
        int[] codes = row.code() < 0 ? CODES : new int[] { row.code() };
        List<Integer> subCodes = row.from() < 0 ? List.of(0, 1) : List.of(row.from(), (row.from() + row.to()) / 2, row.to());
        return IntStream.of(codes).boxed()
                .flatMap(code -> subCodes.stream().map(subCode -> new Seen(row.operation(), code, subCode)));
    }

    private static Row first(Seen seen) {
        return rows().filter(row -> row.fits(seen.operation(), seen.code(), seen.subCode())).findFirst().orElse(null);
    }
}
