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
package io.acscall.camel.trace;

import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.AcsCallConstants;
import io.acscall.camel.AcsCallEndpoint;
import io.acscall.camel.AcsCallException;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.TagConstants;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;

/**
 * Names the spans of actions and consumers, and says which call they are about. Found by camel-telemetry, for example
 * camel-opentelemetry2, through the service loader.
 * <p>
 * Of the URI only the operation is shown: its options hold phone numbers and what is said to people.
 */
public class AcsCallSpanDecorator extends AbstractSpanDecorator {

    private static final String SCHEME = "acs-call";
    private static final String URI = "camel.uri";

    /** For the service loader. */
    public AcsCallSpanDecorator() {
    }

    @Override
    public String getComponent() {
        return SCHEME;
    }

    @Override
    public String getComponentClassName() {
        return AcsCallComponent.class.getName();
    }

    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        return SCHEME + ":" + ((AcsCallEndpoint) endpoint).getOperation();
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        AcsCallEndpoint call = (AcsCallEndpoint) endpoint;
        String operation = call.getOperation().name();
        String scheme = call.getEndpointUri().substring(0, call.getEndpointUri().indexOf(':'));
        span.setComponent("camel-" + SCHEME);
        span.setTag(TagConstants.EXCHANGE_ID, exchange.getExchangeId());
        span.setTag(TagConstants.URL_SCHEME, scheme);
        span.setTag(TagConstants.URL_PATH, operation);
        span.setTag(URI, scheme + ":" + operation);
        span.setTag(TagConstants.SERVER_ADDRESS, call.getServiceUrl());
        boolean action = call.getOperation().action().isPresent();
        if (action) {
            span.setTag(SpanAttribute.ACTION.key(), operation);
        } else {
            SpanAttribute.EVENT_TYPE.copy(exchange, span);
        }
        SpanAttribute.CALL_CONNECTION_ID.copy(exchange, span);
        SpanAttribute.CORRELATION_ID.copy(exchange, span);
        OpenSpan.push(exchange, action);
    }

    /** What an action has brought is known now: the call that it made, or why it failed. */
    @Override
    public void afterTracingEvent(Span span, Exchange exchange) {
        super.afterTracingEvent(span, exchange);
        OpenSpan open = OpenSpan.pull(exchange);
        if (open == null) {
            return;
        }
        if (open.action()) {
            outcome(span, exchange);
        }
        if (open.action() || open.call() == null) {
            SpanAttribute.CALL_CONNECTION_ID.copy(exchange, span);
            SpanAttribute.CORRELATION_ID.copy(exchange, span);
        }
    }

    /** A step that was never sent leaves the headers of the step before as they are: its exception counts. */
    private static void outcome(Span span, Exchange exchange) {
        if (exchange.getException() instanceof AcsCallException failed) {
            span.setTag(SpanAttribute.OUTCOME.key(), failed.getOutcome().name());
            if (failed.getStatusCode() != 0) {
                span.setTag(SpanAttribute.RESULT_CODE.key(), Integer.toString(failed.getStatusCode()));
            }
        } else {
            SpanAttribute.OUTCOME.copy(exchange, span);
            SpanAttribute.RESULT_CODE.copy(exchange, span);
            SpanAttribute.RESULT_SUB_CODE.copy(exchange, span);
        }
    }

    /**
     * What is known of a span that has begun; steps lie within the exchange of their consumer.
     *
     * @param action whether it is the span of an action
     * @param call   the call as it was known at the beginning, or {@code null}
     * @param outer  the span around it, or {@code null}
     */
    private record OpenSpan(boolean action, String call, OpenSpan outer) {

        private static final String PROPERTY = "CamelAcsCallSpan";

        static void push(Exchange exchange, boolean action) {
            String call = exchange.getMessage().getHeader(AcsCallConstants.CONNECTION_ID, String.class);
            exchange.setProperty(PROPERTY, new OpenSpan(action, call, exchange.getProperty(PROPERTY, OpenSpan.class)));
        }

        static OpenSpan pull(Exchange exchange) {
            OpenSpan last = exchange.getProperty(PROPERTY, OpenSpan.class);
            if (last != null && last.outer != null) {
                exchange.setProperty(PROPERTY, last.outer);
            } else {
                exchange.removeProperty(PROPERTY);
            }
            return last;
        }
    }
}
