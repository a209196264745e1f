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
package io.acscall.camel.action;

import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.client.Participant;

/**
 * The values of one invocation of an action, wherever they come from: URI option, else header, else component property.
 */
public interface Inputs {

    /**
     * The name of the action, for messages.
     */
    String action();

    /**
     * The raw value that the URI or a header gives, or {@code null}.
     *
     * @param option the option
     */
    Object raw(Option<?> option);

    /**
     * The raw value that the component gives where neither URI nor header do, or {@code null}.
     *
     * @param option the option
     */
    Object componentDefault(Option<?> option);

    /**
     * Whether the URI itself sets the option.
     *
     * @param option the option
     */
    boolean isWritten(Option<?> option);

    /**
     * The text in the body that a prompt may be made of, or {@code null} when the body is no text.
     */
    String bodyText();

    /**
     * The raw REST fields that the user laid under the request ({@code bodyAsRequest}), or {@code null}.
     */
    ObjectNode bodyFields();

    /**
     * The value for {@code operationContext} on the wire: the user's own, or the one that a wait needs around it.
     *
     * @param userContext the user's own, may be {@code null}
     */
    String wireContext(String userContext);

    /**
     * The user's own context of a value that the service sent back.
     *
     * @param wire as it came, may be {@code null}
     */
    String userContext(String wire);

    /**
     * Checks that the user allows to ring this participant.
     *
     * @param  target                who would be rung
     * @throws InvalidInputException when {@code allowedTargets} does not hold it
     */
    void checkAllowed(Participant target);

    /**
     * The value of an option.
     *
     * @param  option                which
     * @return                       empty when nobody gave one
     * @throws InvalidInputException when it has the wrong form
     */
    default <T> Optional<T> get(Option<T> option) {
        Object given = raw(option);
        Object raw = given != null ? given : componentDefault(option);
        return raw == null ? Optional.empty() : Optional.of(option.read(action(), raw));
    }

    /**
     * The value of an option that the action can't do without.
     *
     * @param  option                which
     * @throws InvalidInputException when nobody gave one, or it has the wrong form
     */
    default <T> T require(Option<T> option) {
        return get(option).orElseThrow(() -> InvalidInputException.missing(action(), option));
    }
}
