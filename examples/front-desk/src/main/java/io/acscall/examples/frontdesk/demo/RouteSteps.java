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
package io.acscall.examples.frontdesk.demo;

import java.util.regex.Pattern;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSendingEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Prints each step that a route takes towards an endpoint. */
final class RouteSteps extends EventNotifierSupport {

    private static final Pattern FILE = Pattern.compile("^sql:classpath:sql/(.*)\\.sql$");

    private final TimelinePrinter printer;

    RouteSteps(TimelinePrinter printer) {
        this.printer = printer;
        setIgnoreCamelContextEvents(true);
        setIgnoreCamelContextInitEvents(true);
        setIgnoreRouteEvents(true);
        setIgnoreServiceEvents(true);
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof ExchangeSendingEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        ExchangeSendingEvent sending = (ExchangeSendingEvent) event;
        Exchange exchange = sending.getExchange();
        printer.add("route", String.format("%-13s  %s", exchange.getFromRouteId(), step(sending.getEndpoint())));
    }

    private static String step(Endpoint endpoint) {
        return FILE.matcher(endpoint.getEndpointBaseUri().replace("://", ":")).replaceFirst("sql:$1");
    }
}
