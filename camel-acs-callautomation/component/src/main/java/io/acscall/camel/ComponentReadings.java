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
package io.acscall.camel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

import io.acscall.camel.cluster.ClusterCounts;
import io.acscall.camel.metrics.CallMeter;
import io.acscall.camel.metrics.Reading;
import io.acscall.camel.metrics.Readings;
import io.acscall.camel.pacing.PacingCounts;

/**
 * The numbers of a component that can be read at any time.
 */
final class ComponentReadings {

    private static final List<String> LEFT_OUT_OF_EVENTS = List.of("unwanted");
    private static final List<String> LEFT_OUT_OF_INCOMING_CALLS = List.of("stale", "unmatched");
    private static final List<String> LEFT_OUT_OF_STREAMS = List.of("frame_dropped", "frame_broken", "frame_unknown");

    private ComponentReadings() {
    }

    static Readings of(AcsCallComponent component, Optional<ClusterCounts> nodes, Optional<PacingCounts> pacing) {
        AcsCallConfiguration configuration = component.getConfiguration();
        Readings all = new Readings();
        all.add(new Reading(CallMeter.WAITS_OPEN, () -> component.waits().size()));
        all.add(new Reading(CallMeter.WAITS_LIMIT, configuration::getMaxOpenWaits));
        all.add(new Reading(CallMeter.EVENTS_QUEUED, () -> component.lanes().queued()));
        all.add(new Reading(CallMeter.EVENTS_LIMIT, configuration::getMaxQueuedEvents));
        all.add(new Reading(CallMeter.LANES, () -> component.lanes().size()));
        all.add(new Reading(CallMeter.HELD, () -> component.webhooks().acknowledgement().held()));
        all.add(new Reading(CallMeter.HELD_LIMIT, () -> component.webhooks().acknowledgement().maxHeld()));
        leftOut(all, component, "event", LEFT_OUT_OF_EVENTS);
        leftOut(all, component, "incomingCall", LEFT_OUT_OF_INCOMING_CALLS);
        nodes.ifPresent(counts -> nodes(all, counts));
        pacing.ifPresent(counts -> pacing(all, counts));
        for (StreamSource source : StreamSource.values()) {
            all.add(new Reading(
                    CallMeter.STREAMS, Map.of("kind", source.door()), () -> component.streams().size(source)));
            leftOut(all, component, source.door(), LEFT_OUT_OF_STREAMS);
        }
        return all;
    }

    private static void nodes(Readings all, ClusterCounts counts) {
        Map<String, DoubleSupplier> events = Map.of(
                "forwarded", counts::forwarded, "received", counts::received, "orphaned", counts::orphaned, "taken_over",
                counts::takenOver);
        events.forEach((what, count) -> all.add(new Reading(CallMeter.NODES, Map.of("what", what), count)));
    }

    private static void pacing(Readings all, PacingCounts counts) {
        all.add(new Reading(CallMeter.PACED, Map.of("state", "up"), counts::held));
        all.add(new Reading(CallMeter.PACED, Map.of("state", "waiting"), counts::waiting));
        Map<String, DoubleSupplier> events = Map.of(
                "granted", counts::granted, "waited", counts::waited, "refused", counts::refused, "timed_out", counts::timedOut,
                "reclaimed", counts::reclaimed, "lost", counts::lost);
        events.forEach((what, count) -> all.add(new Reading(CallMeter.PACING, Map.of("what", what), count)));
    }

    private static void leftOut(Readings all, AcsCallComponent component, String what, List<String> reasons) {
        reasons.forEach(reason -> all.add(new Reading(
                CallMeter.DROPPED, Map.of("what", what, "reason", reason), () -> component.refusals().of(what, reason))));
    }
}
