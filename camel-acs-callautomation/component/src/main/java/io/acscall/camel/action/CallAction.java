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

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.Ending;

/**
 * One thing that can be asked of a call: which values it takes, how its request is made of them, how its answer is
 * read, and which events end it. Stateless; knows nothing of Camel's Exchange.
 */
public interface CallAction {

    /**
     * The name in the URI, for example {@code createCall}.
     */
    String name();

    /**
     * The options that it takes, required ones first. An option that is not here is refused at start.
     */
    Set<Option<?>> options();

    /**
     * Checks, when a route starts, what no header could mend: rules between options that the URI sets.
     *
     * @param  written               the values of the URI alone
     * @throws InvalidInputException when they can't work together
     */
    default void check(Inputs written) {
        // most actions have no such rule
    }

    /**
     * Makes the request.
     *
     * @param  inputs                the values
     * @return                       the request, without repeatability
     * @throws InvalidInputException when a value is missing or wrong
     */
    ServiceRequest request(Inputs inputs);

    /**
     * Reads the answer of the service.
     *
     * @param  inputs   the values that the request was made of
     * @param  response the answer, with a success status
     * @return          the result, {@link ActionResult#NONE} when there is nothing to say
     */
    ActionResult result(Inputs inputs, ServiceResponse response);

    /**
     * The request for the rest of an answer that comes in pages.
     *
     * @param  response the page that came last
     * @return          empty when there is no further one
     */
    default Optional<ServiceRequest> next(ServiceResponse response) {
        return Optional.empty();
    }

    /**
     * Reads an answer that may have come in pages.
     *
     * @param inputs the values that the request was made of
     * @param pages  all answers in order, at least one
     */
    default ActionResult result(Inputs inputs, List<ServiceResponse> pages) {
        return result(inputs, pages.get(0));
    }

    /**
     * The events that end the operation; {@link Ending#none()} when nothing does.
     */
    Ending ending();

    /**
     * How long a wait for the end lasts when the user says nothing.
     *
     * @param inputs the values, whose own time-outs may count
     */
    default Duration awaitTimeout(Inputs inputs) {
        return Duration.ofSeconds(30);
    }

    /**
     * How many events end the operation: one, or one for each person that it is about.
     *
     * @param inputs the values
     */
    default int reports(Inputs inputs) {
        return 1;
    }

    /**
     * Which events of the types that end the operation well really end it: some tell of a state that may be another one
     * than the one that is waited for.
     *
     * @param  inputs the values; read now, for an event may come on any thread
     * @return        says of an event whose type is in {@link Ending#success()} whether it is one
     */
    default Predicate<CallEvent> ends(Inputs inputs) {
        return event -> true;
    }

    /**
     * What a participant must be like when the operation has ended, for one look at the participant after the answer,
     * which ends it as well as an event.
     *
     * @param  inputs                the values
     * @return                       empty where events alone end it
     * @throws InvalidInputException when a value is missing or wrong
     */
    default Optional<HoldState> goal(Inputs inputs) {
        return Optional.empty();
    }

    /**
     * The call whose end ends the operation as well; {@code null} when none is known.
     *
     * @param inputs the values
     */
    default String call(Inputs inputs) {
        return options().contains(Options.CALL_CONNECTION_ID) ? inputs.require(Options.CALL_CONNECTION_ID) : null;
    }

    /**
     * The recording that the operation is about; {@code null} when there is none, or the answer names it.
     *
     * @param inputs the values
     */
    default String recording(Inputs inputs) {
        return options().contains(Options.RECORDING_ID) ? inputs.require(Options.RECORDING_ID) : null;
    }

    /**
     * Whether the request carries the repeatability headers, so that the service acts once however often it comes.
     */
    default boolean repeatable() {
        return false;
    }

    /**
     * Whether a wait is known by the {@code operationContext} of the request; else by the call alone.
     */
    default boolean carriesContext() {
        return options().contains(Options.OPERATION_CONTEXT);
    }

    /**
     * What the header with the incoming call context is worth after a success.
     */
    default boolean usesUpIncomingCall() {
        return false;
    }

    /**
     * Whether an answer that says that the call is gone is what the user wanted.
     */
    default boolean succeedsWhenCallIsGone() {
        return false;
    }
}
