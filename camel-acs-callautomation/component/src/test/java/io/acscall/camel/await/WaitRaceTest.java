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
package io.acscall.camel.await;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.acscall.camel.await.Waits.Wait;
import io.acscall.camel.event.Ending;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Whatever two things happen to a wait at the same moment, it ends once and leaves nothing. */
@Timeout(60)
class WaitRaceTest {

    private static final int ROUNDS = 1_000;
    private static final String CALL = "c-1";
    private static final Duel DUEL = new Duel();

    /** What can happen to a wait, and how it ends when nothing else does. */
    enum Happening {
        EVENT("Succeeded", subject -> subject.offer(subject.kind.success, subject.opened.wire())),
        CANCELLED("Failed", subject -> subject.offer(subject.kind.cancelled, subject.opened.wire())),
        TIME_OUT("TimedOut", subject -> subject.waits.timer.advance(Waits.TIMEOUT)),
        DISCONNECT(null, subject -> subject.offer("CallDisconnected", null)),
        REQUEST_FAILED("RequestFailed", subject -> subject.opened.open().requestFailed(new IllegalStateException("refused"))),
        ANSWER(null, subject -> subject.opened.open().answered(CALL, () -> {
        })),
        SHUTDOWN("Shutdown", subject -> subject.waits.open.shutDown());

        private final String end;
        private final Consumer<Subject> doing;

        Happening(String end, Consumer<Subject> doing) {
            this.end = end;
            this.doing = doing;
        }

        void happen(Subject subject) {
            doing.accept(subject);
        }
    }

    /**
     * A kind of operation: whether its call is known before its answer, whether a failure of it yields to a disconnect,
     * and what a disconnect means for it.
     */
    enum Kind {
        CREATE(Waits.CREATE, null, "CallConnected", null, "Failed"),
        PLAY(Waits.PLAY, CALL, "PlayCompleted", "PlayCanceled", "Disconnected"),
        TRANSFER(Waits.TRANSFER, CALL, "CallTransferAccepted", null, "Disconnected");

        private final Ending ending;
        private final String call;
        private final String success;
        private final String cancelled;
        private final String disconnect;

        Kind(Ending ending, String call, String success, String cancelled, String disconnect) {
            this.ending = ending;
            this.call = call;
            this.success = success;
            this.cancelled = cancelled;
            this.disconnect = disconnect;
        }

        boolean knows(Happening happening) {
            return happening != Happening.CANCELLED || cancelled != null;
        }
    }

    /** One wait in a world of its own. */
    record Subject(Kind kind, Waits waits, Wait opened) {

        static Subject of(Kind kind, boolean answered) {
            Waits waits = new Waits();
            return new Subject(
                    kind, waits, answered
                            ? waits.answered("x", kind.ending, kind.call) : waits.open("x", kind.ending, kind.call));
        }

        void offer(String type, String context) {
            waits.open.offer(waits.event(type, CALL, context));
        }
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(Kind.values()).flatMap(kind -> Arrays.stream(Happening.values())
                .flatMap(one -> Arrays.stream(Happening.values()).filter(two -> two.ordinal() >= one.ordinal())
                        .filter(two -> kind.knows(one) && kind.knows(two))
                        .map(two -> arguments(kind, one, two))));
    }

    @AfterAll
    static void endTheThread() {
        DUEL.close();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void endsOnceWhateverHappensAtTheSameMoment(Kind kind, Happening one, Happening two) {
        boolean oneIsTheAnswer = one == Happening.ANSWER || two == Happening.ANSWER;
        Set<String> possible = ends(kind, one, two);
        List<Subject> subjects = IntStream.range(0, ROUNDS)
                .mapToObj(round -> Subject.of(kind, round % 4 < 2 && !oneIsTheAnswer)).toList();

        DUEL.atOnce(ROUNDS, round -> one.happen(subjects.get(round)), round -> two.happen(subjects.get(round)));

        assertThat(subjects.stream().map(WaitRaceTest::endOf).collect(Collectors.toSet())).isSubsetOf(possible);
    }

    /** How it has ended, or what is wrong. */
    private static String endOf(Subject subject) {
        settle(subject);
        List<WaitEnd> ends = subject.opened().ends();
        boolean left = !subject.waits().open.isEmpty() || subject.waits().timer.planned() > 0;
        return ends.size() != 1 ? "ended " + ends : left ? "something is left" : ends.get(0).getClass().getSimpleName();
    }

    /**
     * What was held for the answer comes out by the answer; what waits for a grace time or for nothing at all, by time.
     */
    private static void settle(Subject subject) {
        if (subject.opened().ends().isEmpty()) {
            Happening.ANSWER.happen(subject);
            subject.waits().timer.advance(Waits.TRANSFER.grace());
            Happening.TIME_OUT.happen(subject);
        }
        Stream.of(Happening.values()).filter(subject.kind()::knows).forEach(late -> late.happen(subject));
    }

    private static Set<String> ends(Kind kind, Happening one, Happening two) {
        if (one == Happening.ANSWER && two == Happening.ANSWER) {
            return Set.of("TimedOut");
        }
        return Stream.of(one, two).map(each -> each == Happening.DISCONNECT ? kind.disconnect : each.end)
                .filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
