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

import java.util.LinkedHashSet;
import java.util.Set;

import io.acscall.camel.action.Option;
import io.acscall.camel.action.Options;

/**
 * What is known about a message at a place of its route.
 *
 * @param gone       the rule that says why the application is no longer in the call; {@code null} while it is or may be
 * @param several    whether more than two may be in the call, so that a transfer leaves somebody behind
 * @param speechless whether the call was made or taken here without a service that speaks
 * @param headers    the headers that steps before have set
 */
record Flow(LintRule gone, boolean several, boolean speechless, Set<String> headers) {

    private static final Set<String> BEGIN_A_CALL = Set.of("answer", "createCall", "createGroupCall", "connect");
    private static final Set<String> BRING_PEOPLE = Set.of("createGroupCall", "connect", "addParticipant", "moveParticipants");

    /** Before the first step. */
    static final Flow START = new Flow(null, false, false, Set.of());

    /** After a step that sets a header. */
    Flow withHeader(String name) {
        Set<String> all = new LinkedHashSet<>(headers);
        all.add(name);
        boolean otherCall = name.equals(Options.CALL_CONNECTION_ID.header());
        return new Flow(otherCall ? null : gone, several, speechless, Set.copyOf(all));
    }

    /** After a step of the component. */
    Flow after(LintStep step, LintSettings settings) {
        if (BEGIN_A_CALL.contains(step.actionName())) {
            boolean speech = settings.speech() || step.is(StepTrait.BODY_FIELDS)
                    || isGiven(step, Options.COGNITIVE_SERVICES_ENDPOINT);
            return new Flow(null, BRING_PEOPLE.contains(step.actionName()), !speech, headers);
        }
        LintRule why = leaves(step);
        return new Flow(
                why == null ? gone : why, several || BRING_PEOPLE.contains(step.actionName()), speechless, headers);
    }

    /** Why the application is out of the call after a step, or {@code null}. */
    private LintRule leaves(LintStep step) {
        if (step.sets(Options.CALL_CONNECTION_ID)) {
            return null;
        }
        boolean handsOver = step.actionName().equals("transfer") && !several && !step.is(StepTrait.OUTLIVES_FAILURE)
                && !step.is(StepTrait.BODY_FIELDS) && !isGiven(step, Options.TRANSFEREE);
        if (handsOver) {
            return LintRule.AFTER_TRANSFER;
        }
        return step.actionName().equals("hangUp") ? LintRule.AFTER_HANG_UP : null;
    }

    /** Whether the URI or a step before gives a value. */
    boolean isGiven(LintStep step, Option<?> option) {
        return step.sets(option) || headers.contains(option.header());
    }

    /** Where two ways meet; {@code null} is a way that has ended. */
    static Flow meet(Flow one, Flow other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        Set<String> headers = new LinkedHashSet<>(one.headers);
        headers.addAll(other.headers);
        return new Flow(
                one.gone != null ? one.gone : other.gone, one.several || other.several, one.speechless && other.speechless,
                Set.copyOf(headers));
    }
}
