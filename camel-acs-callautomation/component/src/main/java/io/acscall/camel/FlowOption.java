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

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The options that steer an endpoint and belong to no request: who uses which. Only values that differ from the default
 * are seen; the others change nothing.
 */
enum FlowOption {

    awaitEvent(true, AcsCallEndpoint::isAwaitEvent),
    bodyAsRequest(true, AcsCallEndpoint::isBodyAsRequest),
    throwExceptionOnFailure(true, endpoint -> !endpoint.isThrowExceptionOnFailure()),
    allowHeaderOverride(true, AcsCallEndpoint::isAllowHeaderOverride),
    hangUpOn(true, endpoint -> endpoint.getHangUpOn() != null),
    onDisconnect(true, endpoint -> endpoint.getOnDisconnect() != OnDisconnect.fail),
    onInDoubt(true, endpoint -> endpoint.getOnInDoubt() != OnInDoubt.repeat),
    eventTypes(false, endpoint -> endpoint.getEventTypes() != null),
    to(false, endpoint -> endpoint.getTo() != null),
    from(false, endpoint -> endpoint.getFrom() != null);

    private final boolean ofActions;
    private final Predicate<AcsCallEndpoint> isSet;

    FlowOption(boolean ofActions, Predicate<AcsCallEndpoint> isSet) {
        this.ofActions = ofActions;
        this.isSet = isSet;
    }

    /** The options of consumers that an action has been given. */
    static Set<String> misplacedInAction(AcsCallEndpoint endpoint) {
        return misplaced(endpoint, false);
    }

    /** The options of actions that a consumer has been given. */
    static Set<String> misplacedInConsumer(AcsCallEndpoint endpoint) {
        return misplaced(endpoint, true);
    }

    private static Set<String> misplaced(AcsCallEndpoint endpoint, boolean ofActions) {
        return Arrays.stream(values()).filter(option -> option.ofActions == ofActions && option.isSet.test(endpoint))
                .map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
