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
package io.acscall.benchmarks.action;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

import com.azure.core.http.HttpClient;
import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.AcsCallConfiguration;
import io.acscall.camel.AcsCallConstants;
import io.acscall.camel.action.AddParticipantResult;
import io.acscall.camel.action.CallProperties;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Routes with a step {@code acs-call:}, one exchange for each call, through the routes' asynchronous processors.
 */
final class RouteCaller implements Caller {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Map<MeasuredAction, Endpoint> endpoints = new EnumMap<>(MeasuredAction.class);
    private final Map<MeasuredAction, AsyncProcessor> routes = new EnumMap<>(MeasuredAction.class);

    /**
     * @param client the HTTP client, {@code null} for the one that the component makes
     */
    RouteCaller(int port, HttpClient client) throws Exception {
        AcsCallConfiguration configuration = new AcsCallConfiguration();
        configuration.setConnectionString("endpoint=" + ENDPOINT + port + "/;accesskey=" + KEY);
        configuration.setAllowedTargets(TARGET);
        configuration.setHttpClient(client);
        AcsCallComponent component = new AcsCallComponent(context);
        component.setConfiguration(configuration);
        context.addComponent("acs-call", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:getCallProperties").to("acs-call:getCallProperties");
                from("direct:addParticipant").to("acs-call:addParticipant?target=RAW(" + TARGET + ")&sourceCallerId=RAW("
                                                 + CALLER_ID + ")&operationContext=" + CONTEXT);
            }
        });
        context.start();
        for (MeasuredAction action : MeasuredAction.values()) {
            Endpoint endpoint = context.getEndpoint("direct:" + action);
            AsyncProducer producer = endpoint.createAsyncProducer();
            producer.start();
            endpoints.put(action, endpoint);
            routes.put(action, producer);
        }
    }

    @Override
    public void call(MeasuredAction action, Consumer<Throwable> done) {
        Exchange exchange = endpoints.get(action).createExchange();
        exchange.getMessage().setHeader(AcsCallConstants.CONNECTION_ID, CALL);
        routes.get(action).process(exchange, doneSync -> done.accept(failureOf(exchange)));
    }

    private static Throwable failureOf(Exchange exchange) {
        if (exchange.getException() != null) {
            return exchange.getException();
        }
        Object body = exchange.getMessage().getBody();
        boolean good = body instanceof CallProperties call && "connected".equals(call.callConnectionState())
                || body instanceof AddParticipantResult added && added.invitationId() != null;
        return good ? null : new IllegalStateException("answered with " + body);
    }

    @Override
    public void close() {
        context.stop();
    }
}
