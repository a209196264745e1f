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
package io.acscall.camel.docs;

import io.acscall.camel.lint.LintRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks the table of findings in the manual against the rules. */
class StartUpLintPageTest {

    private static final DocsPage PAGE = DocsPage.named("operations.md");

    @Test
    void theTableIsThatOfTheCode() {
        assertThat(PAGE.withPart("lint", table()))
                .as("the table in docs/operations.md is made of the code: run this test with -Dacs-call.docs.update=true")
                .isEqualTo(PAGE.text());
    }

    @Test
    void eachRuleHasACodeOfItsOwnAndSaysWhatToDo() {
        assertThat(LintRule.values()).extracting(LintRule::code).doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"));
        assertThat(LintRule.values()).allSatisfy(rule -> assertThat(rule.mend()).isNotBlank().doesNotEndWith("."));
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| code | at start | what is found | what to do |\n|---|---|---|---|\n");
        for (LintRule rule : LintRule.values()) {
            table.append("| `").append(rule.code()).append("` | ").append(rule.isRefusing() ? "refused" : "warning")
                    .append(" | ")
                    .append(rule.finding("…")).append(" | ").append(rule.mend()).append(" |\n");
        }
        return table.toString();
    }
}
