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

import java.util.Map;

import io.acscall.camel.outcome.Outcome;
import io.acscall.camel.outcome.OutcomeTable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutcomesPageTest {

    private static final DocsPage PAGE = DocsPage.named("outcomes.md");

    @Test
    void tablesAreThoseOfTheCode() {
        assertThat(PAGE.regenerated(Map.of("outcomes", outcomes(), "table", table())))
                .as("docs/outcomes.md is made of the code: run this test with -Dacs-call.docs.update=true")
                .isEqualTo(PAGE.text());
    }

    private static String outcomes() {
        StringBuilder table = new StringBuilder("| outcome | again? | advice |\n|---|---|---|\n");
        for (Outcome outcome : Outcome.values()) {
            table.append("| `").append(outcome).append("` | ").append(outcome.isRetryable() ? "yes" : "no").append(" | ")
                    .append(outcome.advice()).append(" |\n");
        }
        return table.toString();
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| action | code | sub code | outcome |\n|---|---|---|---|\n");
        for (OutcomeTable.Row row : OutcomeTable.table()) {
            table.append("| ").append(row.operation() == null ? "any" : row.operation()).append(" | ")
                    .append(row.code() < 0 ? "any" : row.code()).append(" | ").append(subCode(row)).append(" | `")
                    .append(row.outcome()).append("` |\n");
        }
        return table.toString();
    }

    private static String subCode(OutcomeTable.Row row) {
        if (row.from() < 0) {
            return "any";
        }
        return row.from() == row.to() ? String.valueOf(row.from()) : row.from() + "–" + row.to();
    }
}
