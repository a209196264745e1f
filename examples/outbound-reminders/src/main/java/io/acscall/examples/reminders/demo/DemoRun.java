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
package io.acscall.examples.reminders.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Fifty people are rung, and again, until all is settled; then comes the report. */
public final class DemoRun {

    private static final DateTimeFormatter TIME
            = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Consumer<String> out;

    /**
     * @param out gets each line
     */
    public DemoRun(Consumer<String> out) {
        this.out = out;
    }

    /**
     * Runs it.
     *
     * @return whether all reminders are as they should be
     */
    public boolean run() throws Exception {
        try (SimulatedTown town = SimulatedTown.start()) {
            for (Person person : Person.values()) {
                for (int i = 0; i < person.people(); i++) {
                    town.add(person, i);
                }
            }
            out.accept(
                    "The application, a simulator of Azure Communication Services, and fifty people. The clock is set ahead:");
            out.accept("");
            ringAll(town);
            return report(town);
        }
    }

    private void ringAll(SimulatedTown town) throws Exception {
        Optional<Instant> now = Optional.of(town.clock().instant());
        int before = 0;
        town.begin();
        while (now.isPresent()) {
            String time = TIME.format(now.get());
            now = town.untilNext();
            int calls = town.simulator().timeline().requests("createCall").size();
            if (before == 0) {
                changeTheirMinds(town);
            }
            if (calls > before) {
                out.accept("  %s UTC  %2d calls".formatted(time, calls - before));
            }
            before = calls;
        }
    }

    private static void changeTheirMinds(SimulatedTown town) {
        for (Person person : Person.values()) {
            for (int i = 0; i < person.people(); i++) {
                person.later(town.simulator().person(person.number(i)));
            }
        }
    }

    private boolean report(SimulatedTown town) throws Exception {
        Map<String, Reminder> reminders = town.reminders().all().stream()
                .collect(Collectors.toMap(Reminder::phone, Function.identity()));
        boolean good = true;
        out.accept("");
        for (Person person : Person.values()) {
            List<Reminder> wrong = IntStream.range(0, person.people())
                    .filter(i -> !person.expected(i).equals(reminders.get(person.number(i))))
                    .mapToObj(i -> reminders.get(person.number(i))).toList();
            out.accept("  %-26s  %2d  %-11s  %s%s".formatted(person.describe(), person.people(), person.expected(0).status(),
                    person.expected(0).results(), wrong.isEmpty() ? "" : "  (wrong: " + wrong + ")"));
            good &= wrong.isEmpty();
        }
        Map<String, Long> pacing = town.component().getPacing();
        out.accept("");
        out.accept("%d calls from three numbers, two at a time from each; %d had to wait for a free one.".formatted(
                pacing.get("granted"), pacing.get("waited")));
        out.accept(good ? "All reminders are as they should be." : "Not all reminders are as they should be.");
        return good;
    }
}
