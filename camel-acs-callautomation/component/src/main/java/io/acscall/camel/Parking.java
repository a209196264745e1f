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
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;

/**
 * The turn that an exchange has in the lane of its call. An exchange that waits for an event gives it up, so that the
 * next event of the call gets through; it does not take it again when it goes on.
 *
 * @param owner    the id of the exchange that has the turn
 * @param turn     the turn
 * @param delivery the event that started the exchange
 */
record Parking(String owner, Endpoint origin, Lanes.Turn turn, EventDelivery delivery) {

    private static final String PROPERTY = "CamelAcsCallTurn";

    static void hold(Exchange exchange, Lanes.Turn turn, EventDelivery delivery) {
        exchange.setProperty(PROPERTY, new Parking(exchange.getExchangeId(), exchange.getFromEndpoint(), turn, delivery));
    }

    /** The exchange begins to wait. */
    static void park(Exchange exchange) {
        Parking parking = exchange.getProperty(PROPERTY, Parking.class);
        if (parking != null && parking.isHeldBy(exchange)) {
            parking.turn.release();
            parking.delivery.parked();
        }
    }

    private boolean isHeldBy(Exchange exchange) {
        return owner.equals(exchange.getExchangeId()) || isChild(exchange);
    }

    /**
     * A child of split or multicast stands for its parent; a copy that goes its own way holds nothing. Such a copy
     * inherits the index of a child that it was made in, but a wireTap takes its correlation away, and one that went
     * through seda comes from there.
     */
    private boolean isChild(Exchange exchange) {
        boolean numbered = exchange.getProperty(ExchangePropertyKey.SPLIT_INDEX) != null
                || exchange.getProperty(ExchangePropertyKey.MULTICAST_INDEX) != null;
        return numbered && exchange.getProperty(ExchangePropertyKey.CORRELATION_ID) != null
                && exchange.getFromEndpoint() == origin;
    }
}
