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
package io.acscall.simulator.callback;

import java.util.Map;

/**
 * What came of a request to an application.
 *
 * @param status    HTTP status, or 0 when there was no answer
 * @param headers   headers of the answer, names in lower case; never null
 * @param body      text of the answer, cut after some kilobytes; never null
 * @param failure   why there was no answer, or null
 * @param unreached whether nobody could be connected to, so that nobody has seen the request
 */
public record DeliveryResult(int status, Map<String, String> headers, String body, String failure, boolean unreached) {

    public DeliveryResult {
        headers = Map.copyOf(headers);
    }

    /** An answer, or a request that broke off. */
    public DeliveryResult(int status, Map<String, String> headers, String body, String failure) {
        this(status, headers, body, failure, false);
    }

    static DeliveryResult failed(String why) {
        return new DeliveryResult(0, Map.of(), "", why);
    }

    static DeliveryResult unreached(String why) {
        return new DeliveryResult(0, Map.of(), "", why, true);
    }

    /** Whether a status came that begins with 2. */
    public boolean accepted() {
        return status / 100 == 2;
    }
}
