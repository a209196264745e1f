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

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Compares this machine's clock with the Date header of others.
 */
public final class ClockCheck implements Check {

    private static final String ABOUT = "clock";
    private static final String MEND = "Let this machine follow a time server (chrony, systemd-timesyncd)";
    /** Tokens are refused beyond it. */
    private static final Duration TOO_FAR = Duration.ofSeconds(60);
    private static final Duration FAR = Duration.ofSeconds(20);

    private final List<URI> others;
    private final Knock knock;
    private final Clock clock;

    /**
     * Asks others for their time.
     *
     * @param others addresses; the first that says its time counts
     * @param knock  sends
     * @param clock  ours
     */
    public ClockCheck(List<URI> others, Knock knock, Clock clock) {
        this.others = List.copyOf(others);
        this.knock = knock;
        this.clock = clock;
    }

    @Override
    public List<Finding> examine() {
        return List.of(others.stream().map(this::apart).flatMap(Optional::stream).findFirst().map(ClockCheck::judged)
                .orElseGet(() -> Finding.unproved(ABOUT, "Nobody told the time: no answer with a Date header from the service",
                        "Compare the clock with a time server, for example with timedatectl")));
    }

    private Optional<Duration> apart(URI other) {
        try {
            Instant asked = clock.instant();
            Optional<Instant> theirs = knock.get(other).headers().firstValue("Date").flatMap(ClockCheck::time);
            Instant middle = asked.plus(Duration.between(asked, clock.instant()).dividedBy(2));
            return theirs.map(time -> Duration.between(time, middle));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Finding judged(Duration ahead) {
        String text = "This machine's clock is " + Math.abs(ahead.toSeconds()) + " s "
                      + (ahead.isNegative() ? "behind" : "ahead of")
                      + " the service's";
        if (ahead.abs().compareTo(TOO_FAR) > 0) {
            return Finding.fault(ABOUT,
                    text + ": good tokens are refused as expired or not yet valid, and signed requests may be",
                    MEND);
        }
        return ahead.abs().compareTo(FAR) > 0
                ? Finding.doubt(ABOUT, text + "; 60 s are forgiven", MEND) : Finding.ok(ABOUT, text);
    }
}
