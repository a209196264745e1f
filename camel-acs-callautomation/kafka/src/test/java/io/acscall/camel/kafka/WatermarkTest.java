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
package io.acscall.camel.kafka;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WatermarkTest {

    private final Watermark watermark = new Watermark();

    @Test
    void thereIsNothingToCommitBeforeAnythingWasRead() {
        assertThat(watermark.position()).isEmpty();
        assertThat(watermark.open()).isZero();
    }

    @Test
    void itStandsAtTheFirstRecordThatIsOpen() {
        for (long offset = 10; offset < 15; offset++) {
            watermark.begin(offset);
        }
        watermark.finish(12);
        watermark.finish(14);
        assertThat(watermark.position()).hasValue(10);
        watermark.finish(10);
        assertThat(watermark.position()).hasValue(11);
        watermark.finish(11);
        assertThat(watermark.position()).hasValue(13);
        watermark.finish(13);
        assertThat(watermark.position()).hasValue(15);
        assertThat(watermark.open()).isZero();
    }

    @Test
    void offsetsThatAPartitionLeavesOutDoNotHoldItUp() {
        watermark.begin(3);
        watermark.begin(900);
        watermark.finish(3);
        assertThat(watermark.position()).hasValue(900);
        watermark.finish(900);
        assertThat(watermark.position()).hasValue(901);
    }

    @Test
    void sayingTwiceThatARecordIsDoneHasNoEffect() {
        watermark.begin(1);
        watermark.begin(2);
        watermark.finish(1);
        watermark.finish(1);
        assertThat(watermark.position()).hasValue(2);
        assertThat(watermark.open()).isOne();
    }

    @Test
    void aRecordThatComesBackIsAMistake() {
        watermark.begin(7);
        assertThatIllegalArgumentException().isThrownBy(() -> watermark.begin(7)).withMessageContaining("7");
    }

    /** Whatever the order: never past an open record, never back, and at the end past the last. */
    @RepeatedTest(200)
    void itNeverPassesAnOpenRecordInWhateverOrderTheyFinish(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Long> begun = new ArrayList<>();
        TreeSet<Long> open = new TreeSet<>();
        long next = random.nextInt(1000);
        long before = -1;
        for (int step = 0; step < 300; step++) {
            if (open.isEmpty() || random.nextInt(100) < 55) {
                watermark.begin(next);
                begun.add(next);
                open.add(next);
                next += 1 + (random.nextInt(10) == 0 ? random.nextInt(5) : 0);
            } else {
                List<Long> some = new ArrayList<>(open);
                Collections.shuffle(some, random);
                open.remove(some.get(0));
                watermark.finish(some.get(0));
            }
            long now = watermark.position().orElseThrow();
            assertThat(now).isGreaterThanOrEqualTo(before);
            assertThat(now).isEqualTo(open.isEmpty() ? begun.get(begun.size() - 1) + 1 : open.first());
            assertThat(watermark.open()).isEqualTo(open.size());
            before = now;
        }
    }
}
