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

/**
 * What a failure of the service means for the person who wrote the route. The numbers of the service (HTTP status,
 * {@code code}, {@code subCode}) are mapped to these words by {@link OutcomeTable}.
 */
public enum Outcome {

    BUSY(true, "The line is busy; try again later."),
    NO_ANSWER(true, "Nobody answered in time; try again later or another number."),
    DECLINED(false, "The person declined the call; ask before you ring again."),
    UNREACHABLE(true, "The number or user can't be reached now; check it, or try later."),
    CANCELLED(false, "The operation was cancelled, by the caller, by the application or by a newer operation."),
    ANSWERED_ELSEWHERE(false, "Another device or person took the call."),
    BLOCKED(false, "The call is not permitted by the carrier or by a policy; check the number and the plan."),
    REMOVED(false, "The participant was removed from the call."),
    CALL_ENDED(false, "The call ended in the ordinary way."),
    CALL_EXPIRED(false, "The incoming call no longer rings; nothing can be done with it any more."),
    CALL_NOT_FOUND(false, "The call or participant is gone."),
    RECORDING_NOT_FOUND(false, "The recording is over, was deleted, or never was; recordings are kept for a day or two."),
    CALL_NOT_ESTABLISHED(true, "The call is not connected yet; wait for CallConnected first."),
    CONFLICT(true, "Another operation runs on the same call; let it end, then repeat."),
    THROTTLED(true, "Too many requests; repeat after the time that the service names."),
    LIMIT_REACHED(false, "A limit of the resource or the subscription is reached."),
    CALLER_LIMIT(true, "As many calls are up from the number as maxConcurrentPerCaller allows; nothing was sent. Try later."),
    SILENCE(true, "The person said or pressed nothing in time."),
    INPUT_TIMEOUT(true, "The person stopped in the middle of the input."),
    NO_MATCH(true, "What the person said or pressed fits none of the choices."),
    PROMPT_FAILED(false, "The prompt can't be played; check that the file is public, and is WAV, mono, 16 bit, 16 kHz."),
    SPEECH_UNAVAILABLE(false, "Text or speech needs a linked Azure AI service; set cognitiveServicesEndpoint."),
    RECORDING_FAILED(false, "The recording can't be started or continued in the state that it has."),
    STREAM_FAILED(true, "The media or transcription stream failed; check the address of the WebSocket."),
    NETWORK(true, "The media connection of a participant failed."),
    UNAUTHORIZED(false, "The credentials were refused; check connectionString or accessKey, and the clock."),
    NOT_ALLOWED(false, "The resource or identity may not do that; check who owns the number and the permissions."),
    NOT_SUPPORTED(false, "The service does not support that here."),
    INVALID_REQUEST(false, "A value of the request is wrong; the message names it."),
    TIMED_OUT(false, "The event that ends the operation did not come in time; the operation may still go on."),
    SHUTDOWN(false, "The application stopped before the operation ended."),
    NOT_SENT(true, "The service could not be reached; nothing was done."),
    IN_DOUBT(false, "It is unknown whether the service has acted; look at the call before you repeat."),
    SERVICE_ERROR(true, "The service failed; repeat later, with the correlation id if you ask support."),
    UNKNOWN(false, "Not in the table; see the numbers.");

    private final boolean retryable;
    private final String advice;

    Outcome(boolean retryable, String advice) {
        this.retryable = retryable;
        this.advice = advice;
    }

    /**
     * Whether doing the same again makes sense, now or a little later.
     */
    public boolean isRetryable() {
        return retryable;
    }

    /**
     * One sentence for the person who reads the log.
     */
    public String advice() {
        return advice;
    }
}
