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

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.EventKind;
import io.acscall.camel.event.EventReader;
import io.acscall.camel.event.NotAnEventException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * What one incarnation says to another: here is an event, or what became of one. Headers say who speaks to whom, so
 * that those who share a partition need not read what is for others.
 *
 * @param id     ties an answer to its event
 * @param from   who says it
 * @param to     who is meant
 * @param event  the event as JSON; {@code null} in an answer
 * @param kind   the road that the event took; {@code null} in an answer
 * @param answer whether the event has ended a wait; {@code null} beside an event
 */
record ReplyMessage(String id, String from, String to, String event, EventKind kind, Boolean answer) {

    private static final String ID = "id";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String KIND = "kind";
    private static final String ANSWER = "answer";
    private static final EventReader READER = new EventReader();

    static ReplyMessage of(String id, String from, String to, CallEvent event) {
        return new ReplyMessage(id, from, to, event.toJson().toString(), event.kind(), null);
    }

    ReplyMessage answered(boolean ended) {
        return new ReplyMessage(id, to, from, null, null, ended);
    }

    /** Whether a record is for somebody, without looking further. */
    static boolean isFor(String instance, ConsumerRecord<String, String> one) {
        return instance.equals(header(one, TO));
    }

    /** {@return what a record says; empty when it says nothing that this version understands} */
    static Optional<ReplyMessage> read(ConsumerRecord<String, String> one) {
        String id = header(one, ID);
        String from = header(one, FROM);
        String answer = header(one, ANSWER);
        Optional<EventKind> kind = kind(header(one, KIND));
        if (id == null || from == null || answer == null && (one.value() == null || kind.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new ReplyMessage(
                id, from, header(one, TO), one.value(), kind.orElse(null), answer == null ? null : Boolean.valueOf(answer)));
    }

    private static Optional<EventKind> kind(String name) {
        for (EventKind kind : EventKind.values()) {
            if (kind.name().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static String header(ConsumerRecord<String, String> one, String name) {
        Header header = one.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    boolean isAnswer() {
        return answer != null;
    }

    /** {@return the event with the operation context of the wire} */
    CallEvent readEvent() throws NotAnEventException {
        return READER.read(event.getBytes(StandardCharsets.UTF_8), "application/json", kind).events().get(0);
    }

    ProducerRecord<String, String> record(TopicPartition place) {
        ProducerRecord<String, String> one = new ProducerRecord<>(place.topic(), place.partition(), null, event);
        add(one, ID, id);
        add(one, FROM, from);
        add(one, TO, to);
        if (isAnswer()) {
            add(one, ANSWER, answer.toString());
        } else {
            add(one, KIND, kind.name());
        }
        return one;
    }

    private static void add(ProducerRecord<String, String> one, String name, String value) {
        one.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Ids only: an event holds numbers and pressed keys. */
    @Override
    public String toString() {
        return "ReplyMessage[id=" + id + ", from=" + from + ", to=" + to + "]";
    }
}
