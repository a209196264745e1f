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
package io.acscall.examples.springboot;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

import static io.acscall.camel.AcsCallConstants.OUTCOME;

/** The order line: what callers hear, and how customers learn that their order is ready. */
@Component
public class OrderLineRoutes extends RouteBuilder {

    /** The route that takes incoming calls. */
    public static final String INCOMING = "incoming-call";

    /** The route that rings a customer. */
    public static final String READY = "order-ready";

    private final OrderBook book;

    OrderLineRoutes(OrderBook book) {
        this.book = book;
    }

    // CHECKSTYLE:OFF (the formatter leaves the indentation, which shows what belongs to what)
    @Override
    public void configure() {
        from("acs-call:incomingCall?to={{shop.number}}").routeId(INCOMING)
            .setHeader("order", method(book, "ofCaller(${header.CamelAcsCallFrom})"))
            .choice()
                .when(header("order").isNull())
                    .to("acs-call:reject?reason=forbidden")
                    .log("A caller without an order was turned away")
                .otherwise()
                    .to("acs-call:answer?awaitEvent=true")
                    .setBody(simple("Hello ${header.order.customer}. Your order ${header.order.number} is on its way."))
                    .to("acs-call:play?voice={{shop.voice}}&awaitEvent=true")
                    .to("acs-call:hangUp?forEveryone=true&awaitEvent=true")
                    .log("Order ${header.order.number}: told the caller")
            .end();

        from("direct:ready").routeId(READY)
            .setHeader("order", body())
            .toD("acs-call:createCall?target=${header.order.phone}&awaitEvent=true&throwExceptionOnFailure=false")
            .choice()
                .when(header(OUTCOME).isNull())
                    .setBody(simple("Hello ${header.order.customer}. Your order ${header.order.number} is ready."))
                    .to("acs-call:play?voice={{shop.voice}}&awaitEvent=true")
                    .to("acs-call:hangUp?forEveryone=true&awaitEvent=true")
                    .log("Order ${header.order.number}: told the customer")
                .otherwise()
                    .log("Order ${header.order.number}: the customer was not reached, ${header." + OUTCOME + "}")
            .end();
    }
    // CHECKSTYLE:ON
}
