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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.EventReader;
import io.acscall.camel.event.NotAnEventException;
import io.acscall.camel.webhook.Handover;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.support.DefaultAsyncProducer;

/**
 * Puts an event that came by another road (a queue, a file, a test) on the same inner path as the webhook's. It is done
 * when the exchanges that the event started are done or first wait for something.
 */
public class DispatchProducer extends DefaultAsyncProducer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventReader reader = new EventReader();

    DispatchProducer(AcsCallEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    public AcsCallEndpoint getEndpoint() {
        return (AcsCallEndpoint) super.getEndpoint();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        AcsCallComponent component = getEndpoint().getComponent();
        Executor completions = component.completionsOf(exchange);
        try {
            Handover handover = component.dispatch(events(exchange));
            if (!handover.taken()) {
                throw new DispatchBusyException();
            }
            handover.done().whenComplete((well, failed) -> completions.execute(() -> {
                if (failed != null || !well) {
                    exchange.setException(new DispatchFailedException(exchange, failed));
                }
                LogContext.show(exchange);
                callback.done(false);
            }));
            return false;
        } catch (Exception e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
    }

    private List<CallEvent> events(Exchange exchange) throws NotAnEventException, InvalidPayloadException {
        Object body = exchange.getMessage().getBody();
        if (body instanceof CallEvent event) {
            return List.of(event);
        }
        return reader.read(bytes(exchange, body), "application/json").events();
    }

    private static byte[] bytes(Exchange exchange, Object body) throws InvalidPayloadException {
        if (body instanceof List<?> several) {
            ArrayNode all = JSON.createArrayNode();
            several.forEach(each -> all.add(tree(each)));
            return all.toString().getBytes(StandardCharsets.UTF_8);
        }
        if (body instanceof Map<?, ?> || body instanceof JsonNode) {
            return tree(body).toString().getBytes(StandardCharsets.UTF_8);
        }
        return exchange.getMessage().getMandatoryBody(byte[].class);
    }

    private static JsonNode tree(Object one) {
        return one instanceof CallEvent event ? event.toJson() : JSON.valueToTree(one);
    }
}
