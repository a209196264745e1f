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

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.action.Inputs;
import io.acscall.camel.action.InvalidInputException;
import io.acscall.camel.action.Option;
import io.acscall.camel.client.Masking;
import io.acscall.camel.client.Participant;
import io.acscall.camel.client.Repeatability;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The values of one step: what the URI sets, else a header, else the component.
 */
final class ExchangeInputs implements Inputs {

    private final AcsCallEndpoint endpoint;
    private final Map<String, Object> written;
    private final Message message;
    private Repeatability ids;
    private UnaryOperator<String> wireContext = UnaryOperator.identity();

    /**
     * The inputs of one exchange.
     *
     * @param endpoint the step
     * @param exchange the exchange, whose dynamic options count as written in the URI
     */
    ExchangeInputs(AcsCallEndpoint endpoint, Exchange exchange) {
        this.endpoint = endpoint;
        this.written = DynamicOptions.over(endpoint.writtenRequestOptions(), exchange);
        this.message = exchange.getMessage();
    }

    /** The inputs that the URI alone gives, for checks at start. */
    ExchangeInputs(AcsCallEndpoint endpoint) {
        this.endpoint = endpoint;
        this.written = endpoint.writtenRequestOptions();
        this.message = null;
    }

    @Override
    public String action() {
        return endpoint.getOperation().name();
    }

    @Override
    public Object raw(Option<?> option) {
        Object fixed = written.get(option.name());
        Object header = message == null ? null : message.getHeader(option.header());
        Object first = endpoint.isAllowHeaderOverride() ? header : fixed;
        Object second = endpoint.isAllowHeaderOverride() ? fixed : header;
        return first != null ? first : second;
    }

    @Override
    public Object componentDefault(Option<?> option) {
        return message == null ? null : endpoint.componentDefault(option.name());
    }

    @Override
    public boolean isWritten(Option<?> option) {
        return written.containsKey(option.name());
    }

    @Override
    public String bodyText() {
        return message != null && !endpoint.isBodyAsRequest() && message.getBody() instanceof String text ? text : null;
    }

    @Override
    public ObjectNode bodyFields() {
        if (message == null || !endpoint.isBodyAsRequest() || message.getBody() == null) {
            return null;
        }
        try {
            if (BodyTree.of(message) instanceof ObjectNode fields) {
                return fields.deepCopy();
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // refused below, without the text of the exception, which may quote the body
        }
        throw new InvalidInputException(
                "bodyAsRequest",
                "acs-call:%s: with option 'bodyAsRequest' the body must be a JSON object (Map, JsonNode or text), for example %s; it is a %s"
                        .formatted(action(), "{\"playSources\":[…]}", message.getBody().getClass().getSimpleName()));
    }

    @Override
    public String wireContext(String userContext) {
        return wireContext.apply(userContext);
    }

    @Override
    public String userContext(String wire) {
        return endpoint.getComponent().userContext(wire);
    }

    /** Makes the request carry ids that were there before. */
    void useIds(Repeatability known) {
        this.ids = known;
    }

    Optional<Repeatability> ids() {
        return Optional.ofNullable(ids);
    }

    /** Puts the token of a wait around the user's context. */
    void wrapContext(UnaryOperator<String> wrapper) {
        this.wireContext = wrapper;
    }

    @Override
    public void checkAllowed(Participant target) {
        if (!endpoint.allowedTargets().allows(target)) {
            throw new InvalidInputException(
                    "allowedTargets",
                    ("acs-call:%s must not ring '%s': the component option 'allowedTargets' has no pattern for it. "
                     + "A good value: allowedTargets=+1604*,8:acs:*").formatted(action(), Masking.number(target.notation())));
        }
    }
}
