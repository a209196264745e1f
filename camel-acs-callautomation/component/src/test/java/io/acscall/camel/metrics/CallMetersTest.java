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
package io.acscall.camel.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.azure.core.http.HttpHeaders;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.EventKind;
import io.acscall.camel.observe.CallSignal;
import io.acscall.camel.observe.EventFate;
import io.acscall.camel.observe.WaitResult;
import io.acscall.camel.outcome.Outcome;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CallMetersTest {

    private static final Instant NOW = Instant.parse("2026-04-02T09:15:05Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CallMeters meters = new CallMeters(registry, "acs-call");

    private record Told(CallSignal signal, CallMeter meter, Map<String, String> tags) {
    }

    private static CallEvent event(String type) {
        return new CallEvent(
                "e1", type, "calling/callConnections/1", null, NOW.minusSeconds(3).atOffset(ZoneOffset.UTC), "call-1",
                null, null, null, null, null, EventKind.CALLBACK);
    }

    private static CallSignal taken(String type) {
        return new CallSignal.EventTaken(NOW, event(type), event(type), EventFate.WAIT_AND_CONSUMERS, false);
    }

    static Stream<Told> told() {
        ServiceResponse answer = new ServiceResponse(202, new HttpHeaders(), null, "id");
        return Stream.of(
                new Told(
                        new CallSignal.ActionEnded(NOW, 1, "play", "call-1", null, null, SECOND, true), CallMeter.ACTIONS,
                        Map.of("action", "play", "outcome", "SUCCESS", "awaited", "true")),
                new Told(
                        new CallSignal.ActionEnded(NOW, 1, "play", "call-1", Outcome.THROTTLED, null, SECOND, false),
                        CallMeter.ACTIONS, Map.of("action", "play", "outcome", "THROTTLED", "awaited", "false")),
                new Told(
                        new CallSignal.ActionAnswered(NOW, 1, "play", "call-1", List.of(answer), null, SECOND),
                        CallMeter.REQUESTS, Map.of("action", "play", "status", "202")),
                new Told(
                        new CallSignal.ActionAnswered(
                                NOW, 1, "play", "call-1", List.of(), new IllegalStateException(), SECOND),
                        CallMeter.REQUESTS, Map.of("action", "play", "status", "none")),
                new Told(
                        new CallSignal.WaitEnded(NOW, 1, "w", "play", "call-1", WaitResult.TIMED_OUT, null, SECOND),
                        CallMeter.WAITS, Map.of("action", "play", "result", "timed_out")),
                new Told(
                        taken("Microsoft.Communication.PlayCompleted"), CallMeter.EVENTS,
                        Map.of("type", "PlayCompleted", "fate", "wait_and_consumers")),
                new Told(
                        taken("Stranger.Made.This.Up"), CallMeter.EVENTS,
                        Map.of("type", "other", "fate", "wait_and_consumers")),
                new Told(taken("Microsoft.Communication.PlayCompleted"), CallMeter.EVENTS_AGE, Map.of("kind", "callback")),
                new Told(
                        new CallSignal.EventDuplicate(NOW, event("Microsoft.Communication.PlayCompleted"), "route"),
                        CallMeter.EVENTS_DUPLICATE, Map.of("type", "PlayCompleted")),
                new Told(
                        new CallSignal.RequestRefused(NOW, "callback", 401, "expired", "detail"), CallMeter.REFUSED,
                        Map.of("door", "callback", "reason", "expired", "status", "401")),
                new Told(
                        new CallSignal.StreamEnded(NOW, "mediaStream", "s1", "call-1", 1006, 7), CallMeter.STREAMS_ENDED,
                        Map.of("kind", "mediaStream", "end", "broken")),
                new Told(
                        new CallSignal.StreamEnded(NOW, "mediaStream", "s1", "call-1", 1000, 7), CallMeter.STREAMS_ENDED,
                        Map.of("kind", "mediaStream", "end", "ordinary")));
    }

    @ParameterizedTest
    @MethodSource("told")
    void whatIsToldIsMeasured(Told told) {
        meters.observed(told.signal());

        Meter meter = registry.get(told.meter().meterName()).meter();
        Map<String, String> tags = meter.getId().getTags().stream()
                .collect(Collectors.toMap(tag -> tag.getKey(), tag -> tag.getValue()));
        assertThat(tags).containsEntry("component", "acs-call").containsAllEntriesOf(told.tags()).hasSize(
                told.tags().size() + 1);
        assertThat(meter.getId().getDescription()).isEqualTo(told.meter().meaning());
    }

    @Test
    void theAgeOfAnEventIsFromItsTimeUntilItCame() {
        meters.observed(taken("Microsoft.Communication.PlayCompleted"));

        assertThat(registry.get("acs.call.events.age").timer().totalTime(TimeUnit.SECONDS)).isEqualTo(3);
    }

    @Test
    void anEventFromTheFutureIsNew() {
        CallEvent event = event("Microsoft.Communication.PlayCompleted");
        meters.observed(new CallSignal.EventTaken(NOW.minusSeconds(60), event, event, EventFate.WAIT, false));

        assertThat(registry.get("acs.call.events.age").timer().totalTime(TimeUnit.SECONDS)).isZero();
    }

    @Test
    void noIdOfACallIsInATag() {
        told().forEach(one -> meters.observed(one.signal()));

        assertThat(registry.getMeters()).allSatisfy(
                meter -> assertThat(meter.getId().getTags().toString()).doesNotContain("call-1").doesNotContain("e1"));
    }

    @Test
    void aNumberIsReadWheneverTheRegistryIsAsked() {
        AtomicInteger open = new AtomicInteger(3);
        meters.accept(new Reading(CallMeter.WAITS_OPEN, open::get));

        assertThat(registry.get("acs.call.waits.open").gauge().value()).isEqualTo(3);
        open.set(4);
        assertThat(registry.get("acs.call.waits.open").gauge().value()).isEqualTo(4);
    }

    @Test
    void theNumbersOfAComponentThatIsNoMoreGo() {
        meters.accept(new Reading(CallMeter.WAITS_OPEN, () -> 3));
        meters.observed(taken("Microsoft.Communication.PlayCompleted"));

        meters.close();

        assertThat(registry.find("acs.call.waits.open").meter()).isNull();
        assertThat(registry.find("acs.call.events").meter()).isNotNull();
    }

    @Test
    void aReadingHasTheTagsOfItsMeter() {
        assertThatThrownBy(() -> new Reading(CallMeter.STREAMS, () -> 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("acs.call.streams has the tags [kind]");
        assertThatThrownBy(() -> new Reading(CallMeter.ACTIONS, () -> 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is a TIMER");
    }

    @ParameterizedTest
    @EnumSource
    void eachMeterSaysWhatItIsInASentence(CallMeter meter) {
        assertThat(meter.meterName()).startsWith("acs.call.").matches("[a-z.]+");
        assertThat(meter.meaning()).endsWith(".");
        assertThat(meter.tags()).doesNotContain("component");
    }
}
