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
package io.acscall.camel.webhook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** When the sender gets its answer. */
class AcknowledgementTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final CompletableFuture<Boolean> routes = new CompletableFuture<>();

    @Test
    void receivedAnswersBeforeTheRoutesAreDone() {
        assertThat(Acknowledgement.received().answer(this::taken)).isCompletedWithValue(HttpAnswer.OK);
        assertThat(routes).isNotDone();
    }

    @Test
    void receivedSendsAwayWhatIsNotTaken() {
        assertThat(Acknowledgement.received().answer(newWork -> Handover.BUSY)).isCompletedWithValue(HttpAnswer.BUSY);
    }

    @Test
    void completedAnswersWhenTheRoutesAreDoneOrParked() {
        CompletableFuture<HttpAnswer> answer = Acknowledgement.completed(LONG, 1).answer(this::taken);
        assertThat(answer).isNotDone();
        routes.complete(true);
        assertThat(answer).isCompletedWithValue(HttpAnswer.OK);
    }

    @Test
    void completedAnswers500WhenARouteFailed() {
        CompletableFuture<HttpAnswer> answer = Acknowledgement.completed(LONG, 1).answer(this::taken);
        routes.complete(false);
        assertThat(answer).isCompletedWithValue(HttpAnswer.FAILED);
        assertThat(HttpAnswer.FAILED.status()).isEqualTo(500);
    }

    @Test
    void completedSendsAwayWhatIsNotTaken() {
        Acknowledgement one = Acknowledgement.completed(LONG, 1);
        assertThat(one.answer(newWork -> Handover.BUSY)).isCompletedWithValue(HttpAnswer.BUSY);
        assertThat(one.answer(this::taken)).as("its place is free again").isNotDone();
    }

    @Test
    void afterTheTimeOutTheEventsCountAsTakenAndTheRoutesGoOn() throws Exception {
        CompletableFuture<HttpAnswer> answer = Acknowledgement.completed(Duration.ofMillis(20), 1).answer(this::taken);
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(HttpAnswer.OK);
        assertThat(routes).isNotDone();
    }

    @Test
    void aRouteThatFailsAfterTheTimeOutChangesNothing() throws Exception {
        CompletableFuture<HttpAnswer> answer = Acknowledgement.completed(Duration.ofMillis(20), 1).answer(this::taken);
        answer.get(10, TimeUnit.SECONDS);
        routes.complete(false);
        assertThat(answer).isCompletedWithValue(HttpAnswer.OK);
    }

    @Test
    void anEventThatEndsAWaitNeedsNoPlaceAndIsAnsweredAtOnce() {
        Acknowledgement one = Acknowledgement.completed(LONG, 1);
        one.answer(this::taken);

        assertThat(one.answer(newWork -> taken(newWork))).isCompletedWithValue(HttpAnswer.OK);
    }

    @Test
    void moreThanTheCapStartNoNewWork() {
        Acknowledgement three = Acknowledgement.completed(LONG, 3);
        List<CompletableFuture<HttpAnswer>> held = new ArrayList<>();
        for (int each = 0; each < 3; each++) {
            held.add(three.answer(this::taken));
        }
        assertThat(three.answer(newWork -> newWork ? taken(true) : Handover.BUSY)).isCompletedWithValue(HttpAnswer.BUSY);
        assertThat(HttpAnswer.BUSY.headers()).containsKey("Retry-After");
        routes.complete(true);
        assertThat(held).allSatisfy(answer -> assertThat(answer).isCompletedWithValue(HttpAnswer.OK));
        assertThat(three.answer(this::taken)).isCompletedWithValue(HttpAnswer.OK);
    }

    @Test
    void aHandoverThatThrowsGivesItsPlaceBack() {
        Acknowledgement one = Acknowledgement.completed(LONG, 1);
        for (int each = 0; each < 3; each++) {
            assertThatThrownBy(() -> one.answer(newWork -> {
                throw new IllegalStateException("no repository");
            })).hasMessage("no repository");
        }
        assertThat(one.answer(this::taken)).isNotDone();
    }

    private Handover taken(boolean newWork) {
        return new Handover(true, routes);
    }
}
