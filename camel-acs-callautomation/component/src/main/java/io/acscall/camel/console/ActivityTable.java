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
package io.acscall.camel.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.observe.CallSignal;

/**
 * Activity as maps and lists: ids, types, times and numbers of the service. No payload of a request or an event gets
 * here, so there are no numbers of people, tones and speech to mask.
 *
 * @param limit the most rows of each table
 * @param call  shows rows of this call only; {@code null} for all
 */
public record ActivityTable(int limit, String call) {

    /**
     * The tables.
     *
     * @param  activity what to show
     * @return          by name, in order
     */
    public Map<String, Object> of(CallActivity activity) {
        Map<String, Object> tables = new LinkedHashMap<>();
        tables.put("calls", rows(activity.calls().stream(), LiveCall::callConnectionId, ActivityTable::row));
        tables.put("waits", rows(activity.waits().stream(), CallSignal::callConnectionId, ActivityTable::row));
        tables.put("streams", rows(activity.streams().stream(), CallSignal::callConnectionId, ActivityTable::row));
        tables.put("actions", rows(activity.actions().stream(), CallSignal::callConnectionId, ActivityTable::row));
        tables.put("events", rows(activity.events().stream(), CallSignal::callConnectionId, ActivityTable::row));
        tables.put("refusals", rows(activity.refusals().stream(), CallSignal::callConnectionId, ActivityTable::row));
        return tables;
    }

    private <
            T> List<Map<String, Object>> rows(Stream<T> all, Function<T, String> callOf, Function<T, Map<String, Object>> row) {
        return new ArrayList<>(
                all.filter(one -> call == null || call.equals(callOf.apply(one))).limit(limit).map(row).toList());
    }

    private static Map<String, Object> row(LiveCall live) {
        return row("callConnectionId", live.callConnectionId(), "since", live.since(), "lastSeen", live.lastSeen(),
                "last", live.last());
    }

    private static Map<String, Object> row(CallSignal.WaitOpened wait) {
        return row("action", wait.action(), "callConnectionId", wait.callConnectionId(), "since", wait.at(),
                "until", wait.at().plus(wait.timeout()), "waitId", wait.waitId());
    }

    private static Map<String, Object> row(CallSignal.StreamOpened stream) {
        return row("kind", stream.kind(), "callConnectionId", stream.callConnectionId(), "since", stream.at(),
                "streamId", stream.streamId());
    }

    private static Map<String, Object> row(CallSignal.ActionEnded action) {
        return row("at", action.at(), "action", action.action(), "callConnectionId", action.callConnectionId(),
                "outcome", action.outcome() == null ? "SUCCESS" : action.outcome(), "tookMs", action.took().toMillis(),
                "awaited", action.awaited());
    }

    private static Map<String, Object> row(CallSignal.EventTaken taken) {
        CallEvent event = taken.event();
        Map<String, Object> row = row("at", taken.at(), "type", event.shortType(), "callConnectionId", event.callConnectionId(),
                "fate", taken.fate(), "stale", taken.stale(), "id", event.id());
        if (event.result() != null) {
            row.put("code", event.result().code());
            row.put("subCode", event.result().subCode());
        }
        return row;
    }

    private static Map<String, Object> row(CallSignal.RequestRefused refused) {
        return row("at", refused.at(), "door", refused.door(), "status", refused.status(), "reason", refused.reason());
    }

    /** Names and values in turn; what is {@code null} is left out, and what is no number or boolean becomes text. */
    private static Map<String, Object> row(Object... cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            Object value = cells[i + 1];
            if (value != null) {
                row.put((String) cells[i], value instanceof Number || value instanceof Boolean ? value : value.toString());
            }
        }
        return row;
    }
}
