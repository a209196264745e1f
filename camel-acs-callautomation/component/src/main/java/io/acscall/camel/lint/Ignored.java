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

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which findings the user does not want to hear of.
 */
final class Ignored {

    private static final String EVERYTHING = "*";

    private final List<Entry> entries;

    private Ignored(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * Reads the option.
     *
     * @param  option                   codes separated by commas, each for all routes or with {@code @} and the id of
     *                                  one; {@code *} for all codes; {@code null} or blank for none
     * @throws IllegalArgumentException for a code that there is not
     */
    static Ignored of(String option) {
        if (option == null || option.isBlank()) {
            return new Ignored(List.of());
        }
        return new Ignored(
                Arrays.stream(option.split(",")).map(String::strip).filter(entry -> !entry.isEmpty()).map(Entry::of).toList());
    }

    boolean has(LintRule rule, String route) {
        return entries.stream().anyMatch(entry -> entry.matches(rule, route));
    }

    /**
     * @param code  of a rule, or for all of them
     * @param route {@code null} for all routes
     */
    private record Entry(String code, String route) {

        static Entry of(String text) {
            int at = text.indexOf('@');
            String code = at < 0 ? text : text.substring(0, at);
            if (!EVERYTHING.equals(code) && LintRule.of(code).isEmpty()) {
                throw new IllegalArgumentException(
                        "Option 'ignoredFindings' has the code '" + code + "', which there is not. Codes: "
                                                   + Arrays.stream(LintRule.values()).map(LintRule::code)
                                                           .collect(Collectors.joining(", "))
                                                   + ". A good value: ignoredFindings=after-transfer@reception,no-caller-id");
            }
            return new Entry(code, at < 0 ? null : text.substring(at + 1));
        }

        boolean matches(LintRule rule, String where) {
            return (EVERYTHING.equals(code) || rule.code().equals(code)) && (route == null || route.equals(where));
        }
    }
}
