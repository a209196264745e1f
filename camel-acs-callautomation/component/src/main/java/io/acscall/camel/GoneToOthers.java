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

import io.acscall.camel.await.WaitEnd;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An exchange whose wait another node goes on with: it stops without a word, and its call stays up.
 */
final class GoneToOthers {

    private static final Logger LOG = LoggerFactory.getLogger(GoneToOthers.class);
    private static final String PROPERTY = "CamelAcsCallGoneToOthers";

    private GoneToOthers() {
    }

    static void stop(Exchange exchange, String action, WaitEnd end, String call) {
        if (end instanceof WaitEnd.TakenOver) {
            LOG.warn("Another node has gone on with acs-call:{} in the call {}, because this one did not answer in time."
                     + " The exchange {} ends here",
                    action, call, exchange.getExchangeId());
        } else {
            LOG.info("This node stops, others go on with acs-call:{} in the call {}. The exchange {} ends here", action, call,
                    exchange.getExchangeId());
        }
        exchange.setProperty(PROPERTY, true);
        exchange.setRouteStop(true);
    }

    static boolean is(Exchange exchange) {
        return exchange.getProperty(PROPERTY, false, Boolean.class);
    }
}
