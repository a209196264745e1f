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
package io.acscall.camel.lint;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.acscall.camel.action.Option;
import io.acscall.camel.action.Options;
import io.acscall.camel.client.Masking;
import io.acscall.camel.client.Participant;
import io.acscall.camel.client.ParticipantKind;
import io.acscall.camel.client.SecureTransport;

/**
 * The table of the rules: which of them a step breaks, and what is seen there.
 */
final class Checks {

    private static final Set<String> NEED_A_CALLER_ID = Set.of("createCall", "createGroupCall", "addParticipant");
    private static final Set<String> BY_SPEECH = Set.of("speech", "speechOrDtmf", "choices");
    private static final List<Option<String>> ADDRESSES
            = List.of(Options.CALLBACK_URI, Options.OPERATION_CALLBACK_URI, Options.RECORDING_STATE_CALLBACK_URI);
    private static final Set<String> ENCRYPTED = Set.of("https", "wss");

    private final LintSettings settings;
    private final Map<LintRule, BiFunction<LintStep, Flow, Optional<String>>> table = new EnumMap<>(LintRule.class);

    Checks(LintSettings settings) {
        this.settings = settings;
        table.put(LintRule.UNUSABLE_STEP, (step, before) -> Optional.ofNullable(step.problem()));
        table.put(LintRule.TARGET_NOT_ALLOWED, (step, before) -> forbiddenTarget(step));
        table.put(LintRule.AFTER_TRANSFER, when((step, before) -> isTooLate(LintRule.AFTER_TRANSFER, step, before)));
        table.put(LintRule.AFTER_HANG_UP, when((step, before) -> isTooLate(LintRule.AFTER_HANG_UP, step, before)));
        table.put(LintRule.NO_CALLER_ID, this::numberWithoutCallerId);
        table.put(LintRule.NO_CALLBACK_ADDRESS, when(this::hasNoAddress));
        table.put(LintRule.CALLBACK_NOT_HTTPS, (step, before) -> plainAddress(step));
        table.put(LintRule.NO_SPEECH_SERVICE, when((step, before) -> before.speechless() && speaks(step)));
        table.put(LintRule.AWAITED_LOOP, when((step, before) -> step.is(StepTrait.AWAITS)
                && step.value(Options.LOOP).orElse(false)));
        table.put(LintRule.NO_WAIT, (step, before) -> idleWaitOptions(step));
        table.put(LintRule.OPEN_TARGETS, when((step, before) -> step.is(StepTrait.OPEN_TARGET)));
        table.put(LintRule.CALLBACK_AUTH_OFF, (step, before) -> settings.callbacksOpen() && step.is(StepTrait.TAKES_CALLBACKS)
                ? Optional.of(settings.callbackPath()) : Optional.empty());
        table.put(LintRule.EVENT_GRID_AUTH_OFF,
                (step, before) -> settings.eventGridOpen() && step.is(StepTrait.TAKES_EVENT_GRID)
                        ? Optional.of(settings.eventGridPath()) : Optional.empty());
    }

    /**
     * What is seen of a rule at a step.
     *
     * @return empty where the rule is kept; an empty text when there is nothing to show
     */
    Optional<String> seen(LintRule rule, LintStep step, Flow before) {
        boolean judged = step.problem() == null || rule == LintRule.UNUSABLE_STEP;
        return judged ? table.get(rule).apply(step, before) : Optional.empty();
    }

    private static BiFunction<LintStep, Flow, Optional<String>> when(BiPredicate<LintStep, Flow> broken) {
        return (step, before) -> broken.test(step, before) ? Optional.of("") : Optional.empty();
    }

    private static boolean isTooLate(LintRule why, LintStep step, Flow before) {
        return before.gone() == why && step.takes(Options.CALL_CONNECTION_ID) && !step.sets(Options.CALL_CONNECTION_ID)
                && !step.action().succeedsWhenCallIsGone();
    }

    private Optional<String> forbiddenTarget(LintStep step) {
        boolean rings = step.is(StepTrait.RINGS) && !step.is(StepTrait.HEADERS_OVERRIDE);
        return rings ? target(step, settings.mayBeRung().negate()) : Optional.empty();
    }

    private Optional<String> numberWithoutCallerId(LintStep step, Flow before) {
        boolean needed = NEED_A_CALLER_ID.contains(step.actionName()) && !step.is(StepTrait.BODY_FIELDS)
                && !step.sets(Options.TEAMS_APP_SOURCE);
        boolean given = settings.callerId() || before.isGiven(step, Options.SOURCE_CALLER_ID);
        return needed && !given ? target(step, one -> one.kind() == ParticipantKind.PHONE_NUMBER) : Optional.empty();
    }

    private static Optional<String> target(LintStep step, Predicate<Participant> wrong) {
        return step.value(Options.TARGETS).orElse(List.of()).stream().filter(wrong).findFirst()
                .map(one -> Masking.number(one.notation()));
    }

    private boolean hasNoAddress(LintStep step, Flow before) {
        return settings.callbackUri() == null
                && (lacks(step, before, Options.CALLBACK_URI)
                        || step.is(StepTrait.AWAITS) && lacks(step, before, Options.RECORDING_STATE_CALLBACK_URI));
    }

    private static boolean lacks(LintStep step, Flow before, Option<?> address) {
        return step.takes(address) && !before.isGiven(step, address);
    }

    private Optional<String> plainAddress(LintStep step) {
        return ADDRESSES.stream().filter(step::takes)
                .map(address -> step.sets(address)
                        ? step.value(address).orElse(null)
                        : address == Options.OPERATION_CALLBACK_URI ? null : settings.callbackUri())
                .flatMap(Checks::parsed).filter(Checks::isPlain).findFirst().map(Checks::withoutSecrets);
    }

    private static boolean isPlain(URI uri) {
        return uri.getScheme() != null && !ENCRYPTED.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                && !SecureTransport.isLoopback(uri);
    }

    /** Whether an address is one, others check. */
    private static Stream<URI> parsed(String address) {
        try {
            return address == null ? Stream.empty() : Stream.of(new URI(address));
        } catch (URISyntaxException e) {
            return Stream.empty();
        }
    }

    /** Queries and paths of callback addresses hold tokens. */
    private static String withoutSecrets(URI uri) {
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + "/…";
    }

    private static boolean speaks(LintStep step) {
        return step.takes(Options.TEXT) && (step.sets(Options.TEXT) || step.sets(Options.SSML)
                || step.value(Options.INPUT_TYPE).filter(BY_SPEECH::contains).isPresent());
    }

    private static Optional<String> idleWaitOptions(LintStep step) {
        Set<String> idle = new TreeSet<>();
        if (step.sets(Options.AWAIT_TIMEOUT)) {
            idle.add(Options.AWAIT_TIMEOUT.name());
        }
        if (step.is(StepTrait.ON_DISCONNECT)) {
            idle.add("onDisconnect");
        }
        return step.is(StepTrait.AWAITS) || idle.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", idle));
    }
}
