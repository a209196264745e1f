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

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who hears of what was found: the log of a warning, the route of a refusal, nobody of what the user ignores.
 */
public final class Findings {

    private static final Logger LOG = LoggerFactory.getLogger(Findings.class);
    private static final int MOST_REMEMBERED = 1_000;

    private final Ignored ignored;
    private final Set<String> saidOfComponent = ConcurrentHashMap.newKeySet();

    private Findings(Ignored ignored) {
        this.ignored = ignored;
    }

    /**
     * For one component.
     *
     * @param  ignoredFindings          the option of the component, may be {@code null}
     * @throws IllegalArgumentException when it names a code that there is not
     */
    public static Findings of(String ignoredFindings) {
        return new Findings(Ignored.of(ignoredFindings));
    }

    /**
     * Warns of one step of a route.
     *
     * @param rule not a refusing one
     * @param step where
     * @param seen what was seen, without secrets
     */
    public void warn(LintRule rule, StepPlace step, String seen) {
        if (!ignored.has(rule, step.route())) {
            LOG.warn(text(rule, step, seen));
        }
    }

    /**
     * Warns once of what an option of the component mends, at the first step that it is seen at.
     *
     * @param rule not a refusing one
     * @param step where; {@link StepPlace#outsideOfRoutes} when no route is at hand
     * @param seen what was seen, without secrets; something else is said again
     */
    public void warnOnce(LintRule rule, StepPlace step, String seen) {
        boolean first = saidOfComponent.size() >= MOST_REMEMBERED || saidOfComponent.add(rule.code() + ' ' + seen);
        if (first) {
            warn(rule, step, seen);
        }
    }

    /**
     * Refuses a route.
     *
     * @param  rule                     a refusing one
     * @param  step                     where
     * @param  seen                     what was seen, without secrets
     * @throws IllegalArgumentException unless the user ignores it
     */
    public void refuse(LintRule rule, StepPlace step, String seen) {
        if (!ignored.has(rule, step.route())) {
            throw new IllegalArgumentException(text(rule, step, seen));
        }
    }

    private static String text(LintRule rule, StepPlace step, String seen) {
        return "%s: %s. %s. (Ignored with the component option ignoredFindings=%s)"
                .formatted(step, rule.finding(seen), rule.mend(),
                        step.route() == null ? rule.code() : rule.code() + '@' + step.route());
    }
}
