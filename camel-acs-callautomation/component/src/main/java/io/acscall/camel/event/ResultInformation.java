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
package io.acscall.camel.event;

/**
 * What the service says about how an operation or a call ended ({@code resultInformation} of an event). The numbers
 * mean something only together with the operation; the {@code outcome} package explains them.
 *
 * @param code        the code, like an HTTP or SIP status; 0 where the service sent none
 * @param subCode     the finer code of the service; 0 where the service sent none
 * @param message     the service's own text, {@code null} where it sent none
 * @param sipDetails  what the SIP side of a phone leg said, {@code null} where the service sent none
 * @param q850Details what the Q.850 side of a phone leg said, {@code null} where the service sent none
 */
public record ResultInformation(int code, int subCode, String message, Detail sipDetails, Detail q850Details) {

    /**
     * A code and its text as the telephone network reported them.
     *
     * @param code    the SIP status or Q.850 cause, {@code null} where the service sent none
     * @param message its text, {@code null} where the service sent none
     */
    public record Detail(Integer code, String message) {
    }

    /**
     * A result without details of the telephone network.
     *
     * @param code    as {@link #code()}
     * @param subCode as {@link #subCode()}
     * @param message as {@link #message()}, may be {@code null}
     */
    public ResultInformation(int code, int subCode, String message) {
        this(code, subCode, message, null, null);
    }

    /** The numbers only: the text comes from outside and may hold what a log must not. */
    @Override
    public String toString() {
        return code + "/" + subCode;
    }
}
