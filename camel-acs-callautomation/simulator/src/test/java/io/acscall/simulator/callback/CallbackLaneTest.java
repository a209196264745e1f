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
package io.acscall.simulator.callback;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.acscall.simulator.fault.FaultPlan;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.time.RealTimeScheduler;
import io.acscall.simulator.time.SimulatorScheduler;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.Timeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallbackLaneTest {

    private static final URI TARGET = URI.create("http://localhost/cb");
    private static final DeliveryResult OK = new DeliveryResult(200, Map.of(), "", null);

    private final List<Delivery> sent = new ArrayList<>();
    private final List<CompletableFuture<DeliveryResult>> answers = new ArrayList<>();
    private final Timeline timeline = new Timeline(5_000, Clock.systemUTC(), Runnable::run, Set::of);
    private Supplier<String> tokens = () -> "token";
    private final SimulatorScheduler scheduler = new RealTimeScheduler();
    private final CallbackSender sender = new CallbackSender(
            this::send, kind -> tokens.get(), timeline, new FaultPlan(() -> 1), Runnable::run, scheduler, Clock.systemUTC());
    private final CallbackLane lane = sender.lane("call");

    private CompletableFuture<DeliveryResult> send(Delivery delivery) {
        sent.add(delivery);
        answers.add(new CompletableFuture<>());
        return answers.get(answers.size() - 1);
    }

    @AfterEach
    void stop() {
        scheduler.close();
    }

    @Test
    void sendsTheNextOnlyWhenTheFormerWasAnswered() {
        post(1);
        post(2);
        assertThat(sent).hasSize(1);
        answers.get(0).complete(OK);

        assertThat(sent).hasSize(2);
        assertThat(sent).extracting(delivery -> delivery.body().path("number").asInt()).containsExactly(1, 2);
        assertThat(sent.get(1).headers()).containsEntry("Authorization", "Bearer token");
    }

    @Test
    void goesOnAfterAFailureAndWritesItDown() {
        post(1);
        post(2);
        answers.get(0).complete(DeliveryResult.failed("connection refused"));
        answers.get(1).complete(new DeliveryResult(503, Map.of(), "", null));

        assertThat(sent).hasSize(2);
        assertThat(timeline.entries()).filteredOn(entry -> entry.kind() == EntryKind.NOTE)
                .extracting(entry -> entry.detail())
                .containsExactly("callback not delivered: connection refused", "callback answered with 503");
        assertThat(timeline.callbacks()).extracting(entry -> entry.status()).containsExactly(null, 503);
    }

    @Test
    void keepsBackWhatIsHeld() {
        lane.hold();
        lane.hold();
        post(1);
        lane.release();
        assertThat(sent).isEmpty();
        lane.release();

        assertThat(sent).hasSize(1);
    }

    @Test
    void dropsWhatIsTooMuchAndSaysSo() {
        for (int i = 0; i < 1_500; i++) {
            post(i);
        }
        List<String> dropped = timeline.entries().stream().filter(entry -> entry.kind() == EntryKind.NOTE)
                .map(entry -> entry.detail()).toList();

        assertThat(dropped).hasSize(499).allSatisfy(detail -> assertThat(detail).contains("1000 callbacks"));
    }

    @Test
    void sendsNothingOnceForgotten() {
        post(1);
        post(2);
        sender.forget();
        answers.get(0).complete(OK);
        post(3);
        assertThat(sent).hasSize(1);

        CallbackLane next = sender.lane("next");
        next.post(TARGET, Json.object().put("type", "Microsoft.Communication.Test"));
        assertThat(sent).hasSize(2);
    }

    @Test
    void goesOnWhenATokenCannotBeMade() {
        tokens = () -> {
            throw new IllegalStateException("no key");
        };
        post(1);
        tokens = () -> "token";
        post(2);

        assertThat(sent).hasSize(1);
        assertThat(timeline.entries().get(0).detail()).isEqualTo("dropped: no key");
    }

    private void post(int number) {
        lane.post(TARGET, Json.object().put("type", "Microsoft.Communication.Test").put("number", number));
    }
}
