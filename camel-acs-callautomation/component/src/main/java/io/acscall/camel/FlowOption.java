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

    awaitEvent(Users.ACTIONS, AcsCallEndpoint::isAwaitEvent),
    bodyAsRequest(Users.ACTIONS, AcsCallEndpoint::isBodyAsRequest),
    throwExceptionOnFailure(Users.ACTIONS_AND_AUDIO,
                            endpoint -> !endpoint.isThrowExceptionOnFailure()),
    allowHeaderOverride(Users.ACTIONS_AND_AUDIO, AcsCallEndpoint::isAllowHeaderOverride),
    hangUpOn(Users.ACTIONS, endpoint -> endpoint.getHangUpOn() != null),
    onDisconnect(Users.ACTIONS, endpoint -> endpoint.getOnDisconnect() != OnDisconnect.fail),
    onInDoubt(Users.ACTIONS, endpoint -> endpoint.getOnInDoubt() != OnInDoubt.repeat),
    eventTypes(Users.EVENTS, endpoint -> endpoint.getEventTypes() != null),
    relay(Users.EVENTS, AcsCallEndpoint::isRelay),
    to(Users.EVENTS, endpoint -> endpoint.getTo() != null),
    from(Users.EVENTS, endpoint -> endpoint.getFrom() != null),
    kinds(Users.STREAMS, endpoint -> endpoint.getStreamOptions().getKinds() != null),
    silent(Users.STREAMS, endpoint -> !endpoint.getStreamOptions().isSilent()),
    maxQueuedFrames(Users.STREAMS,
                    endpoint -> endpoint.getStreamOptions().getMaxQueuedFrames() != new AcsCallStreamOptions()
                            .getMaxQueuedFrames()),
    onOverflow(Users.STREAMS, endpoint -> endpoint.getStreamOptions().getOnOverflow() != null),
    awaitWritten(operation -> operation == AcsCallOperation.sendAudio,
                 endpoint -> endpoint.getStreamOptions().isAwaitWritten());

    private final Predicate<AcsCallOperation> users;
    private final Predicate<AcsCallEndpoint> isSet;

    FlowOption(Predicate<AcsCallOperation> users, Predicate<AcsCallEndpoint> isSet) {
        this.users = users;
        this.isSet = isSet;
    }

    private static boolean isAction(AcsCallOperation operation) {
        return operation.action().isPresent();
    }

    private static boolean isStream(AcsCallOperation operation) {
        return operation.stream().isPresent();
    }

    /** Which of them takes which, {@link EventFilter} knows. */
    private static boolean isOfEvents(AcsCallOperation operation) {
        return !isAction(operation) && !isStream(operation) && !operation.isAudio();
    }

    /** One predicate for many options: each that is written out makes a class while the application starts. */
    private static final class Users {

        private static final Predicate<AcsCallOperation> ACTIONS = FlowOption::isAction;
        private static final Predicate<AcsCallOperation> ACTIONS_AND_AUDIO
                = operation -> isAction(operation) || operation.isAudio();
        private static final Predicate<AcsCallOperation> EVENTS = FlowOption::isOfEvents;
        private static final Predicate<AcsCallOperation> STREAMS = FlowOption::isStream;

        private Users() {
        }
    }

    /** The options that the endpoint has been given and does not use. */
    static Set<String> misplaced(AcsCallEndpoint endpoint) {
        return Arrays.stream(values())
                .filter(option -> !option.users.test(endpoint.getOperation()) && option.isSet.test(endpoint))
                .map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
