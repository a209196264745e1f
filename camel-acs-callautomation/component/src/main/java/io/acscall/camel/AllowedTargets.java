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
import java.util.List;

import io.acscall.camel.action.PlusSign;
import io.acscall.camel.client.Participant;

/**
 * Whom the application may ring: patterns with a <code>*</code> at the end as a wildcard. Toll fraud begins with a
 * number that came in from outside.
 */
final class AllowedTargets {

    private static final String WILDCARD = "*";

    private final List<String> patterns;

    private AllowedTargets(List<String> patterns) {
        this.patterns = patterns;
    }

    /** Reads the option; {@code null} or blank allows everybody. */
    static AllowedTargets of(String option) {
        if (option == null || option.isBlank()) {
            return new AllowedTargets(List.of());
        }
        List<String> patterns = Arrays.stream(PlusSign.restore(option).split(",")).map(String::trim).filter(p -> !p.isEmpty())
                .toList();
        patterns.stream().filter(AllowedTargets::isMisplaced).findFirst().ifPresent(pattern -> {
            throw new IllegalArgumentException(
                    "Option 'allowedTargets' has the pattern '" + pattern
                                               + "': a * is only known at the end. A good value: allowedTargets=+1604*,8:acs:*");
        });
        return new AllowedTargets(patterns);
    }

    private static boolean isMisplaced(String pattern) {
        int wildcard = pattern.indexOf(WILDCARD);
        return wildcard >= 0 && wildcard < pattern.length() - 1;
    }

    boolean isEverybody() {
        return patterns.isEmpty();
    }

    boolean allows(Participant target) {
        return isEverybody()
                || patterns.stream()
                        .anyMatch(pattern -> matches(pattern, target.notation()) || matches(pattern, target.rawId()));
    }

    static boolean matches(String pattern, String id) {
        return pattern.endsWith(WILDCARD)
                ? id.startsWith(pattern.substring(0, pattern.length() - 1)) : pattern.equals(id);
    }
}
