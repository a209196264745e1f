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

import io.acscall.camel.webhook.Lanes;
import org.apache.camel.Exchange;

/**
 * The turn that an exchange has in the lane of its call. An exchange that waits for an event gives it up, so that the
 * next event of the call gets through; it does not take it again when it goes on.
 */
final class Parking {

    private static final String PROPERTY = "CamelAcsCallTurn";

    private Parking() {
    }

    static void hold(Exchange exchange, Lanes.Turn turn) {
        exchange.setProperty(PROPERTY, turn);
    }

    static void park(Exchange exchange) {
        Lanes.Turn turn = exchange.getProperty(PROPERTY, Lanes.Turn.class);
        if (turn != null) {
            turn.release();
        }
    }
}
