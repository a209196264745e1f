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

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.id.Ids;
import io.acscall.simulator.json.Json;

/** Wraps the data of an event as the service does: an array that holds exactly one CloudEvent. */
public final class CallbackEnvelope {

    private static final int FRACTION_DIGITS = 7;
    private static final int NANOS_OF_A_DIGIT = 100;
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, FRACTION_DIGITS, true).appendOffset("+HH:MM", "+00:00")
            .toFormatter();

    private final Clock clock;
    private final Ids ids;

    public CallbackEnvelope(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * @param source the value of {@code source} and {@code subject}
     * @param data   what the event tells; taken as it is
     */
    public ArrayNode wrap(CallbackEventType type, String source, ObjectNode data) {
        ObjectNode event = Json.object();
        event.put("id", ids.uuid()).put("source", source).put("type", type.wireName());
        event.set("data", data);
        event.put("time", time(clock.instant()));
        event.put("specversion", "1.0").put("datacontenttype", "application/json").put("subject", source);
        return Json.array().add(event);
    }

    /**
     * A moment as events write it: with an offset, never with {@code Z}, and without zeros at the end of the fraction.
     */
    public String time(Instant moment) {
        // Else the zeros that come up where digits are cut off are written.
        Instant cut = moment.minusNanos(moment.getNano() % NANOS_OF_A_DIGIT);
        return TIME.format(OffsetDateTime.ofInstant(cut, ZoneOffset.UTC));
    }
}
