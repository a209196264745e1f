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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

import io.acscall.camel.client.ServiceException;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.CallEventType;
import io.acscall.camel.observe.CallObserver;
import io.acscall.camel.observe.CallSignal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/**
 * Shows what an observer is told, and the numbers of a component, in a Micrometer registry. The meters are those of
 * {@link CallMeter}.
 */
public final class CallMeters implements CallObserver, Consumer<Reading> {

    private static final String SUCCESS = "SUCCESS";
    private static final String OTHER = "other";
    private static final int NORMAL_CLOSURE = 1000;
    private static final int GOING_AWAY = 1001;

    private final MeterRegistry registry;
    private final Tag component;
    /** What reads from the component; it goes with it. */
    private final List<Meter> reading = new CopyOnWriteArrayList<>();

    /**
     * Meters of a component.
     *
     * @param registry  where they are shown
     * @param component the name of the component in its context, for the tag {@code component}
     */
    public CallMeters(MeterRegistry registry, String component) {
        this.registry = registry;
        this.component = Tag.of("component", component);
    }

    @Override
    public void observed(CallSignal signal) {
        if (signal instanceof CallSignal.ActionEnded ended) {
            ended(ended);
        } else if (signal instanceof CallSignal.ActionAnswered answered) {
            time(CallMeter.REQUESTS, answered.took(), answered.action(), status(answered));
        } else if (signal instanceof CallSignal.WaitEnded waited) {
            time(CallMeter.WAITS, waited.took(), waited.action(), word(waited.result()));
        } else if (signal instanceof CallSignal.EventTaken taken) {
            taken(taken);
        } else if (signal instanceof CallSignal.EventDuplicate duplicate) {
            count(CallMeter.EVENTS_DUPLICATE, type(duplicate.event()));
        } else if (signal instanceof CallSignal.RequestRefused refused) {
            count(CallMeter.REFUSED, refused.door(), refused.reason(), String.valueOf(refused.status()));
        } else if (signal instanceof CallSignal.StreamEnded ended) {
            count(CallMeter.STREAMS_ENDED, ended.kind(), isOrdinary(ended.closeCode()) ? "ordinary" : "broken");
        }
    }

    private void ended(CallSignal.ActionEnded ended) {
        String outcome = ended.outcome() == null ? SUCCESS : ended.outcome().name();
        time(CallMeter.ACTIONS, ended.took(), ended.action(), outcome, String.valueOf(ended.awaited()));
    }

    private void taken(CallSignal.EventTaken taken) {
        CallEvent event = taken.event();
        count(CallMeter.EVENTS, type(event), word(taken.fate()));
        if (event.time() != null) {
            Duration age = Duration.between(event.time().toInstant(), taken.at());
            // clocks differ: an event from the future is a new one
            time(CallMeter.EVENTS_AGE, age.isNegative() ? Duration.ZERO : age, word(event.kind()));
        }
    }

    private static String status(CallSignal.ActionAnswered answered) {
        if (answered.failure() instanceof ServiceException failed) {
            return failed.status() == 0 ? "none" : String.valueOf(failed.status());
        }
        return answered.responses().isEmpty() ? "none" : String.valueOf(answered.responses().get(0).status());
    }

    /** Anybody can invent types, and each would be a meter of its own. */
    private static String type(CallEvent event) {
        return CallEventType.find(event.type()).map(CallEventType::shortName).orElse(OTHER);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static boolean isOrdinary(int closeCode) {
        return closeCode == NORMAL_CLOSURE || closeCode == GOING_AWAY;
    }

    private void time(CallMeter meter, Duration took, String... values) {
        Timer.builder(meter.meterName()).description(meter.meaning()).tags(tags(meter, values)).register(registry).record(took);
    }

    private void count(CallMeter meter, String... values) {
        Counter.builder(meter.meterName()).description(meter.meaning()).tags(tags(meter, values)).register(registry)
                .increment();
    }

    private Tags tags(CallMeter meter, String... values) {
        List<Tag> tags = new ArrayList<>(List.of(component));
        for (int i = 0; i < values.length; i++) {
            tags.add(Tag.of(meter.tags().get(i), values[i]));
        }
        return Tags.of(tags);
    }

    /** Shows a number that is read whenever the registry is asked. */
    @Override
    public void accept(Reading number) {
        CallMeter meter = number.meter();
        Tags tags = Tags.of(component).and(number.tags().entrySet().stream()
                .map(tag -> Tag.of(tag.getKey(), tag.getValue())).toList());
        ToDoubleFunction<Reading> value = one -> one.value().getAsDouble();
        reading.add(meter.kind() == CallMeter.Kind.GAUGE
                ? Gauge.builder(meter.meterName(), number, value).description(meter.meaning()).tags(tags)
                        .strongReference(true).register(registry)
                : FunctionCounter.builder(meter.meterName(), number, value).description(meter.meaning()).tags(tags)
                        .register(registry));
    }

    /** Takes the numbers of the component away, because it is no more; what was counted stays. */
    public void close() {
        reading.forEach(registry::remove);
        reading.clear();
    }
}
