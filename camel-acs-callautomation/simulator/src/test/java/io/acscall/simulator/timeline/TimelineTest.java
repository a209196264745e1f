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
package io.acscall.simulator.timeline;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TimelineTest {

    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final Timeline timeline = new Timeline(10, Clock.systemUTC(), executor, () -> Set.of("createCall", "play"));

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void keepsTheNewestEntriesAndGoesOnCounting() {
        for (int i = 0; i < 1_000; i++) {
            timeline.add(TimelineDraft.of(EntryKind.NOTE, "n" + i));
        }

        assertThat(timeline.entries()).hasSize(10).extracting(TimelineEntry::seq).isSorted().endsWith(1_000L);
        assertThat(timeline.after(995, 3)).extracting(TimelineEntry::seq).containsExactly(996L, 997L, 998L);
        timeline.clear();
        assertThat(timeline.entries()).isEmpty();
        assertThat(timeline.add(TimelineDraft.of(EntryKind.NOTE, "next")).seq()).isEqualTo(1_001);
    }

    @Test
    void selectsRequestsAndCallbacks() {
        timeline.add(TimelineDraft.of(EntryKind.REQUEST, "createCall"));
        timeline.add(TimelineDraft.of(EntryKind.RESPONSE, "createCall").status(201));
        timeline.add(TimelineDraft.of(EntryKind.CALLBACK, "CallConnected"));
        timeline.add(TimelineDraft.of(EntryKind.REQUEST, "play"));

        assertThat(timeline.requests()).hasSize(2);
        assertThat(timeline.requests("play")).hasSize(1);
        assertThat(timeline.callbacks()).hasSize(1);
        assertThat(timeline.callbacks("CallConnected")).hasSize(1);
        assertThat(timeline.callbacks("Microsoft.Communication.CallConnected")).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> timeline.requests("answer")).withMessageContaining("createCall");
    }

    @Test
    void anEntryGetsItsStatusLater() {
        long seq = timeline.add(TimelineDraft.of(EntryKind.CALLBACK, "CallConnected")).seq();
        timeline.answered(seq, 503);
        timeline.answered(seq + 1, 200);
        timeline.answered(seq + 10, 200);

        assertThat(timeline.entries()).extracting(TimelineEntry::status).containsExactly(503);
    }

    @Test
    void waitsForWhatComesAndFailsWithTheTimelineWhenItDoesNot() {
        executor.execute(() -> timeline.add(TimelineDraft.of(EntryKind.CALLBACK, "PlayCompleted").detail("the one")));

        assertThat(timeline.await(timeline.isCallback("PlayCompleted"), 1, Duration.ofSeconds(10), "PlayCompleted").detail())
                .isEqualTo("the one");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> timeline.await(timeline.isCallback("PlayCompleted"), 2, Duration.ofMillis(20), "two prompts"))
                .withMessageContaining("two prompts did not come within PT0.02S").withMessageContaining("the one");
    }

    @Test
    void showsTheNewestOfMany() {
        Timeline large = new Timeline(1_000, Clock.systemUTC(), executor, Set::of);
        for (int i = 0; i < 500; i++) {
            large.add(TimelineDraft.of(EntryKind.NOTE, "note" + i + "."));
        }

        assertThat(large.describe()).startsWith("The timeline, the newest 200 of 500 entries:").contains("note300.", "note499.")
                .doesNotContain("note299.");
    }

    @Test
    void callsListenersInOrderAndSurvivesThoseThatFail() throws Exception {
        List<Long> seen = new CopyOnWriteArrayList<>();
        CountDownLatch all = new CountDownLatch(5);
        timeline.onEntry(entry -> {
            throw new IllegalStateException("broken listener");
        });
        TimelineListening listening = timeline.onEntry(entry -> {
            seen.add(entry.seq());
            all.countDown();
        });
        for (int i = 0; i < 5; i++) {
            timeline.add(TimelineDraft.of(EntryKind.NOTE, "n"));
        }
        assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        listening.close();
        timeline.add(TimelineDraft.of(EntryKind.NOTE, "unheard"));
        executor.submit(() -> {
        }).get(10, TimeUnit.SECONDS);

        assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aSlowListenerMissesWhatIsNoLongerKept() throws Exception {
        List<Long> seen = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch last = new CountDownLatch(1);
        timeline.onEntry(entry -> {
            seen.add(entry.seq());
            await(go);
            if (entry.seq() == 500) {
                last.countDown();
            }
        });
        LongStream.range(0, 500).forEach(i -> timeline.add(TimelineDraft.of(EntryKind.NOTE, "n")));
        go.countDown();

        assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).isSorted().hasSizeLessThan(500).endsWith(499L, 500L);
    }

    @Test
    void secretsAreHidden() {
        TimelineEntry entry = timeline.add(TimelineDraft.of(EntryKind.REQUEST, "createCall").headers(Map.of(
                "Authorization", "Bearer abc", "X-Acs-Call-Secret", "abc", "x-ms-hmac-string-to-sign-base64", "abc", "Accept",
                "*/*")
                .entrySet()));

        assertThat(entry.headers()).containsEntry("authorization", "Bearer ***").containsEntry("accept", "*/*");
        assertThat(entry.toJson().toString()).doesNotContain("abc");
        assertThat(Secrets.address(URI.create("http://user:abc@host:1/p?token=abc&x=abc")))
                .isEqualTo("http://host:1/p?token=***&x=***");
    }

    @Test
    void aBodyIsKeptAsItWas() {
        ObjectNode body = Json.object().put("a", 1);
        TimelineEntry entry = timeline.add(TimelineDraft.of(EntryKind.REQUEST, "createCall").body(body));
        body.put("a", 2);

        assertThat(entry.body().path("a").asInt()).isEqualTo(1);
        assertThat(entry.toJson().path("body")).isEqualTo(entry.body());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
