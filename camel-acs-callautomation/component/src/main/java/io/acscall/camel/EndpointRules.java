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

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.acscall.camel.action.CallAction;
import io.acscall.camel.action.Inputs;
import io.acscall.camel.action.InvalidInputException;
import io.acscall.camel.action.Option;
import io.acscall.camel.action.Options;

/**
 * What can be known to be wrong with an endpoint before a message comes.
 */
final class EndpointRules {

    private static final Set<AcsCallOperation> OWNERS_OF_A_CALL
            = Set.of(AcsCallOperation.answer, AcsCallOperation.createCall);

    private static final Set<AcsCallOperation> RINGING = Set.of(AcsCallOperation.createCall, AcsCallOperation.createGroupCall,
            AcsCallOperation.redirect, AcsCallOperation.transfer, AcsCallOperation.addParticipant);

    /** Where the events that end an operation go. */
    static final List<Option<String>> ADDRESSES_OF_EVENTS
            = List.of(Options.CALLBACK_URI, Options.OPERATION_CALLBACK_URI, Options.RECORDING_STATE_CALLBACK_URI);

    private static final String TARGET = "target";
    private static final Set<String> OF_EVERY_ACTION = Set.of(Options.AWAIT_TIMEOUT.name(), Options.IDEMPOTENCY_KEY.name());

    private static final Set<String> OF_AUDIO = Set.of(Options.CALL_CONNECTION_ID.name());

    private EndpointRules() {
    }

    static void check(AcsCallEndpoint endpoint) {
        endpoint.getOperation().action().ifPresentOrElse(action -> checkAction(endpoint, action), () -> checkSource(endpoint));
    }

    private static void checkAction(AcsCallEndpoint endpoint, CallAction action) {
        Set<String> known = names(action);
        refuseUnused(endpoint.writtenNames(), action.name(), known, OF_EVERY_ACTION, FlowOption.misplaced(endpoint));
        if (endpoint.getHangUpOn() != null && !OWNERS_OF_A_CALL.contains(endpoint.getOperation())) {
            throw unused(action.name(), Set.of("hangUpOn"), known);
        }
        Inputs written = endpoint.writtenInputs();
        action.options().forEach(option -> written.get(option));
        written.get(Options.AWAIT_TIMEOUT);
        action.check(written);
        if (endpoint.isAwaitEvent()) {
            checkAwait(endpoint, action, written);
        }
    }

    private static void checkSource(AcsCallEndpoint endpoint) {
        AcsCallOperation operation = endpoint.getOperation();
        refuseUnused(
                endpoint.writtenNames(), operation.name(), operation.isAudio() ? OF_AUDIO : Set.of(), Set.of(),
                FlowOption.misplaced(endpoint));
        operation.stream().ifPresentOrElse(source -> StreamFilter.of(endpoint, source), () -> EventFilter.of(endpoint));
    }

    /** Refuses options of a request that the operation does not use, whatever their values will be. */
    static void checkNames(AcsCallOperation operation, Set<String> written) {
        operation.action().ifPresentOrElse(
                action -> refuseUnused(written, action.name(), names(action), OF_EVERY_ACTION, Set.of()),
                () -> refuseUnused(written, operation.name(), operation.isAudio() ? OF_AUDIO : Set.of(), Set.of(), Set.of()));
    }

    /** Refuses options that no endpoint of the component has. */
    static void checkKnown(AcsCallOperation operation, Set<String> unknown) {
        if (!unknown.isEmpty()) {
            throw unused(operation.name(), unknown, operation.action().map(EndpointRules::names).orElse(Set.of()));
        }
    }

    private static void refuseUnused(
            Set<String> written, String operation, Set<String> known, Set<String> alwaysKnown, Set<String> misplaced) {
        Set<String> unused = new TreeSet<>(written);
        unused.removeAll(known);
        unused.removeAll(alwaysKnown);
        unused.addAll(misplaced);
        if (!unused.isEmpty()) {
            throw unused(operation, unused, known);
        }
    }

    private static IllegalArgumentException unused(String operation, Set<String> unused, Set<String> known) {
        return new IllegalArgumentException(
                "acs-call:" + operation + " does not use the option" + (unused.size() > 1 ? "s " : " ")
                                            + String.join(", ", unused)
                                            + (known.isEmpty() ? "" : ". It takes: " + String.join(", ", known)));
    }

    private static Set<String> names(CallAction action) {
        return action.options().stream().map(Option::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void checkAwait(AcsCallEndpoint endpoint, CallAction action, Inputs written) {
        if (action.ending().isNone()) {
            throw new IllegalArgumentException(
                    "acs-call:" + action.name() + " can't have awaitEvent=true: the service publishes no event that ends it. "
                                               + "Leave awaitEvent away");
        }
        for (Option<String> address : ADDRESSES_OF_EVENTS) {
            written.get(address).ifPresent(uri -> checkOurs(endpoint, action, address, uri));
        }
    }

    /** Whether somebody's phone rings. */
    static boolean rings(AcsCallOperation operation) {
        return RINGING.contains(operation);
    }

    /** Whether a header alone chooses who is rung, and nothing limits whom. */
    static boolean leavesOpenWhoIsRung(AcsCallEndpoint endpoint) {
        boolean headerCounts = endpoint.isAllowHeaderOverride() || !endpoint.writtenNames().contains(TARGET);
        return RINGING.contains(endpoint.getOperation()) && headerCounts && endpoint.allowedTargets().isEverybody();
    }

    /** An event that goes to another address would never end the wait. */
    static void checkOurs(AcsCallEndpoint endpoint, CallAction action, Option<String> address, String uri) {
        if (!isOurs(endpoint, uri)) {
            throw new InvalidInputException(
                    address.name(),
                    "acs-call:%s can't have awaitEvent=true: option '%s' sends the events to %s, which is not the address of this component. "
                            .formatted(action.name(), address.name(), withoutSecrets(uri))
                                    + "Leave the option away, or set callbackBaseUri, for example callbackBaseUri=https://app.example.com");
        }
    }

    /** Whether what is sent to an address comes back to this component. */
    static boolean isOurs(AcsCallEndpoint endpoint, String uri) {
        String ours = endpoint.getComponent().callbackUri();
        return ours != null && (uri.equals(ours) || uri.startsWith(ours + "?"));
    }

    /** Queries and paths of callback addresses hold tokens. */
    private static String withoutSecrets(String uri) {
        URI address = URI.create(uri);
        return address.getScheme() + "://" + address.getAuthority() + "/…";
    }
}
