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

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.apache.camel.model.RouteDefinition;

/**
 * Looks through a route before it starts.
 */
public final class Lint {

    /** What an option of the component mends for all routes is said once. */
    private static final Set<LintRule> OF_THE_COMPONENT = EnumSet.of(LintRule.CALLBACK_NOT_HTTPS, LintRule.OPEN_TARGETS,
            LintRule.CALLBACK_AUTH_OFF, LintRule.EVENT_GRID_AUTH_OFF);

    private final StepReader reader;
    private final Findings findings;

    /**
     * For the routes of one component.
     *
     * @param reader   reads the URIs of its steps
     * @param findings hears of what is found
     */
    public Lint(StepReader reader, Findings findings) {
        this.reader = reader;
        this.findings = findings;
    }

    /**
     * Looks at all steps of a route.
     *
     * @param  id                       the id of the route
     * @param  route                    its model
     * @param  settings                 what the component says now
     * @throws IllegalArgumentException when the route can't work; warnings are logged
     */
    public void check(String id, RouteDefinition route, LintSettings settings) {
        Checks checks = new Checks(settings);
        new RouteWalk(id, reader, settings, visit -> judge(checks, visit)).walk(route);
    }

    private void judge(Checks checks, Visit visit) {
        for (LintRule rule : LintRule.values()) {
            Optional<String> seen = checks.seen(rule, visit.step(), visit.before());
            seen.ifPresent(what -> report(rule, visit.place(), what));
        }
    }

    private void report(LintRule rule, StepPlace place, String seen) {
        if (rule.isRefusing()) {
            findings.refuse(rule, place, seen);
        } else if (OF_THE_COMPONENT.contains(rule)) {
            findings.warnOnce(rule, place, seen);
        } else {
            findings.warn(rule, place, seen);
        }
    }
}
