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
package io.acscall.benchmarks.event;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import com.azure.communication.callautomation.CallAutomationEventParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acscall.benchmarks.server.CamelServer;
import io.acscall.benchmarks.token.TokenIssuer;
import io.acscall.camel.AcsCallConstants;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;

/** The ways to take an event that are compared. Each counts the events that it has understood. */
enum EventTaker {

    /** The component: authentication where it is on, duplicate check, lanes, headers. */
    COMPONENT {
        @Override
        Map<String, String> options(String address, String openIdConfiguration) {
            return CamelServer.component(address, openIdConfiguration == null
                    ? Map.of("callbackAuth", "none")
                    : Map.of("openIdConfigurationUri", openIdConfiguration, "immutableResourceId", TokenIssuer.RESOURCE));
        }

        @Override
        void route(RouteBuilder builder, LongAdder seen) {
            builder.from("acs-call:events").process(exchange -> {
                if (exchange.getMessage().getHeader(AcsCallConstants.EVENT_TYPE, String.class) != null) {
                    seen.increment();
                }
            });
        }
    },
    /** Reads the JSON and knows nothing of events. */
    JSON_ONLY {
        @Override
        void route(RouteBuilder builder, LongAdder seen) {
            ObjectMapper json = new ObjectMapper();
            builder.from(PATH).process(exchange -> {
                seen.add(json.readTree(exchange.getMessage().getBody(byte[].class)).size());
                answer(exchange);
            });
        }
    },
    /** Has the parser of the SDK make typed events. */
    SDK {
        @Override
        void route(RouteBuilder builder, LongAdder seen) {
            builder.from(PATH).process(exchange -> {
                String body = new String(exchange.getMessage().getBody(byte[].class), StandardCharsets.UTF_8);
                seen.add(CallAutomationEventParser.parseEvents(body).size());
                answer(exchange);
            });
        }
    };

    private static final String PATH = "platform-http:/acs-call/events?httpMethodRestrict=POST";

    /** The properties of the application. */
    Map<String, String> options(String address, String openIdConfiguration) {
        return Map.of();
    }

    /** The routes of the application. */
    RouteBuilder routes(LongAdder seen) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                route(this, seen);
            }
        };
    }

    abstract void route(RouteBuilder builder, LongAdder seen);

    private static void answer(Exchange exchange) {
        Message message = exchange.getMessage();
        // what is left would go back as headers of the answer
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
        message.setBody("");
    }
}
