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
package io.acscall.camel.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * All that was found.
 *
 * @param findings in the order of the report
 */
public record Diagnosis(List<Finding> findings) {

    private static final String LINE = "%-9s %-13s %s%n";

    /** Takes a copy. */
    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /** Runs the checks one after the other. */
    public static Diagnosis of(List<Check> checks) {
        List<Finding> found = new ArrayList<>();
        for (Check check : checks) {
            try {
                found.addAll(check.examine());
            } catch (RuntimeException e) {
                found.add(Finding.unproved("doctor", "A check broke off: " + e.getClass().getSimpleName(),
                        "Run it again; if it comes back, this is a bug of the doctor"));
            }
        }
        return new Diagnosis(found);
    }

    /** {@return whether nothing is at fault} */
    public boolean isHealthy() {
        return count(Verdict.FAULT) == 0;
    }

    /** {@return the report for people, several lines} */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(LINE.formatted(finding.verdict().label(), finding.about(), finding.text()));
            if (finding.mend() != null) {
                text.append(
                        LINE.formatted("", finding.verdict() == Verdict.UNPROVED ? "  to prove it" : "  mend", finding.mend()));
            }
        }
        return text
                .append(String.format(Locale.ROOT, "%n%d ok, %d to look at, %d at fault, %d that can't be proved from here%n",
                        count(Verdict.OK), count(Verdict.DOUBT), count(Verdict.FAULT), count(Verdict.UNPROVED)))
                .toString();
    }

    private long count(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }
}
