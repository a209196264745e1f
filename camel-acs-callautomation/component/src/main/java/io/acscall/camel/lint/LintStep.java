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

import java.util.Optional;
import java.util.Set;

import io.acscall.camel.action.CallAction;
import io.acscall.camel.action.Inputs;
import io.acscall.camel.action.Option;

/**
 * One step of a route that is an endpoint of the component, as the route is written.
 *
 * @param uri     what it does, without options, for example {@code acs-call:play}
 * @param action  the action, or {@code null} for a source of events and the like
 * @param values  the values that stand in the URI
 * @param names   the options of the request that the URI sets, those too whose values come with the message
 * @param traits  what else is to know
 * @param problem why no message can get through; {@code null} when one can
 */
public record LintStep(
        String uri, CallAction action, Inputs values, Set<String> names, Set<StepTrait> traits, String problem) {

    /** The name of the action, an empty text when there is none. */
    String actionName() {
        return action == null ? "" : action.name();
    }

    boolean is(StepTrait trait) {
        return traits.contains(trait);
    }

    boolean sets(Option<?> option) {
        return names.contains(option.name());
    }

    boolean takes(Option<?> option) {
        return action != null && action.options().contains(option);
    }

    /** The value that the URI gives, empty when it comes with the message. */
    <T> Optional<T> value(Option<T> option) {
        return problem == null && takes(option) ? values.get(option) : Optional.empty();
    }
}
