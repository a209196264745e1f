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
package io.acscall.simulator.eventgrid;

import io.acscall.simulator.callback.DeliveryResult;

/** An endpoint did not pass the handshake of Event Grid, so it gets no events. */
public final class EventGridRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String body;

    EventGridRefusedException(String wanted, DeliveryResult answered) {
        super(wanted + " " + answered(answered));
        this.status = answered.status();
        this.body = answered.body();
    }

    /** The status the endpoint answered with, 0 when it gave no answer. */
    public int status() {
        return status;
    }

    /** The text the endpoint answered with, empty when there was none. */
    public String body() {
        return body;
    }

    private static String answered(DeliveryResult result) {
        if (result.failure() != null) {
            return "There was no answer: " + result.failure();
        }
        return "It answered " + result.status() + (result.body().isEmpty() ? "" : " with " + result.body());
    }
}
