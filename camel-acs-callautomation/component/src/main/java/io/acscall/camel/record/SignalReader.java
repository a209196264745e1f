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
package io.acscall.camel.record;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.EventKind;
import io.acscall.camel.observe.CallSignal;

/**
 * Puts signals into the timelines of their calls. Belongs to the recorder's thread.
 */
final class SignalReader {

    /** More requests than are on their way at once. */
    private static final int MOST_PENDING = 10_000;
    private static final Set<String> ENDS_CONNECTION
            = Set.of("CallDisconnected", "CreateCallFailed", "AnswerFailed", "ConnectFailed");
    private static final Set<String> GIVES_AWAY = Set.of("reject", "redirect");

    private final CallBook calls;
    private final Consumer<CallTimeline> onEnd;
    private final Map<Class<? extends CallSignal>, Consumer<CallSignal>> readers = new HashMap<>();
    private final Map<Long, Pending> pending = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Pending> eldest) {
            return size() > MOST_PENDING;
        }
    };

    /** What is known of an action whose request is not answered yet. */
    private record Pending(CallSignal.WaitOpened opened, CallSignal.ActionSent sent) {
    }

    /**
     * @param onEnd told of each call that is over
     */
    SignalReader(CallBook calls, Consumer<CallTimeline> onEnd) {
        this.calls = calls;
        this.onEnd = onEnd;
        on(CallSignal.WaitOpened.class, wait -> pending.put(wait.number(), new Pending(wait, null)));
        on(CallSignal.ActionSent.class, this::sent);
        on(CallSignal.ActionAnswered.class, this::answered);
        on(CallSignal.ActionEnded.class, this::ended);
        on(CallSignal.EventTaken.class, this::taken);
        on(CallSignal.WaitEnded.class, wait -> add(wait, writer -> writer.ended(wait)));
        on(CallSignal.StreamOpened.class, stream -> add(stream, writer -> writer.opened(stream)));
        on(CallSignal.StreamEnded.class, stream -> add(stream, writer -> writer.ended(stream)));
    }

    private <T extends CallSignal> void on(Class<T> type, Consumer<T> reader) {
        readers.put(type, signal -> reader.accept(type.cast(signal)));
    }

    void read(CallSignal signal) {
        readers.getOrDefault(signal.getClass(), ignored -> {
        }).accept(signal);
    }

    private void sent(CallSignal.ActionSent sent) {
        Pending before = pending.remove(sent.number());
        pending.put(sent.number(), new Pending(before == null ? null : before.opened(), sent));
    }

    private void answered(CallSignal.ActionAnswered answered) {
        Pending asked = pending.remove(answered.number());
        if (asked == null || asked.sent() == null) {
            return;
        }
        CallSignal.ActionSent sent = asked.sent();
        JsonNode answer = answered.responses().isEmpty() || answered.responses().get(0).body() == null
                ? MissingNode.getInstance() : answered.responses().get(0).body();
        CallIds ids = CallIds.of(answered.callConnectionId(), sent.request().path(), sent.request().body()).and(answer);
        if (ids.isEmpty()) {
            return;
        }
        CallTimeline call = calls.findOrBegin(ids);
        EntryWriter writer = new EntryWriter(call.disguise());
        if (asked.opened() != null) {
            calls.add(call, writer.opened(asked.opened()));
        }
        writer.request(sent, answered, ids).forEach(entry -> calls.add(call, entry));
        if (GIVES_AWAY.contains(sent.action()) && answered.failure() == null) {
            call.givenAway(answered.at());
            onEnd.accept(call);
        }
    }

    private void ended(CallSignal.ActionEnded ended) {
        pending.remove(ended.number());
        add(ended, writer -> writer.ended(ended));
    }

    /** Events of calls that are not ours begin nothing: Event Grid tells of all calls of the resource. */
    private void taken(CallSignal.EventTaken taken) {
        CallEvent event = taken.received();
        CallIds ids = CallIds.of(event);
        boolean ours = event.kind() == EventKind.CALLBACK || "IncomingCall".equals(event.shortType());
        if (ids.isEmpty() || !ours && calls.find(ids).isEmpty()) {
            return;
        }
        CallTimeline call = calls.findOrBegin(ids);
        calls.add(call, new EntryWriter(call.disguise()).event(taken));
        if (ENDS_CONNECTION.contains(event.shortType()) && event.callConnectionId() != null) {
            call.disconnected(event.callConnectionId(), taken.at());
            if (call.endedAt() != null) {
                onEnd.accept(call);
            }
        }
    }

    private void add(CallSignal signal, Function<EntryWriter, TimelineEntry> entry) {
        if (signal.callConnectionId() != null) {
            calls.find(CallIds.of(signal.callConnectionId(), "", null))
                    .ifPresent(call -> calls.add(call, entry.apply(new EntryWriter(call.disguise()))));
        }
    }
}
