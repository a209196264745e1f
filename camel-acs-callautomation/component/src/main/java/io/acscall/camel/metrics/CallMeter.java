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

import java.util.List;

/**
 * The meters of a component, in one table: what they are called, what they say, and what is worth an alert. Each has
 * the tag {@code component}, the name of the component, besides its own. No tag holds an id of a call, a number or
 * anything else of which there is more every day.
 */
public enum CallMeter {

    ACTIONS("acs.call.actions", Kind.TIMER, List.of("action", "outcome", "awaited"),
            "Actions that are done, from the beginning of the step until its exchange goes on, with the wait for the event. outcome is SUCCESS or a word of docs/outcomes.md.",
            "Share of outcome IN_DOUBT, SERVICE_ERROR, NOT_SENT or UNAUTHORIZED above 1 % for 5 min. THROTTLED at all: ask for a higher limit."),
    REQUESTS("acs.call.requests", Kind.TIMER, List.of("action", "status"),
             "Requests to the service, from the first try to the last answer. status is the HTTP status, none without an answer.",
             "The mean above 2 s for 10 min: the service or the way to it is slow. Any status 401 or 403: the credentials are wrong."),
    WAITS("acs.call.waits", Kind.TIMER, List.of("action", "result"),
          "Waits for the end of an operation that are over. result is succeeded, reached, failed, disconnected, timed_out, request_failed, shutdown, abandoned, or with replyForwarder taken_over, left or unsecured.",
          "result timed_out of more than 1 % for 10 min: callbacks do not arrive. Look at acs.call.refused, then at the public address."),
    WAITS_OPEN("acs.call.waits.open", Kind.GAUGE, List.of(), "Operations whose end is waited for now.",
               "Above 80 % of acs.call.waits.limit."),
    WAITS_LIMIT("acs.call.waits.limit", Kind.GAUGE, List.of(), "The option maxOpenWaits.", null),
    EVENTS("acs.call.events", Kind.COUNTER, List.of("type", "fate"),
           "Events that were taken. type is the short name, other for one that is not in docs/events.md. fate is wait, consumers, wait_and_consumers, duplicate or nobody.",
           "None for longer than calls are ever apart, while acs.call.actions grows: no callbacks come in."),
    EVENTS_AGE("acs.call.events.age", Kind.TIMER, List.of("kind"),
               "How old events were when they came, by the clocks of the service and of this machine. kind is callback or event_grid.",
               "The mean of callback above 5 s for 10 min: callers hear silence."),
    EVENTS_DUPLICATE("acs.call.events.duplicate", Kind.COUNTER, List.of("type"),
                     "Events that were kept from a consumer that has had them.", null),
    EVENTS_QUEUED("acs.call.events.queued", Kind.GAUGE, List.of(), "Events that wait for their turn or for a thread.",
                  "Above half of acs.call.events.limit for 1 min: routes are too slow, then events get 503."),
    EVENTS_LIMIT("acs.call.events.limit", Kind.GAUGE, List.of(), "The option maxQueuedEvents.", null),
    LANES("acs.call.lanes", Kind.GAUGE, List.of(), "Calls (for each consumer) whose events are being worked on.", null),
    REFUSED("acs.call.refused", Kind.COUNTER, List.of("door", "reason", "status"),
            "Requests that were refused. door is the way in: callback, eventGrid, mediaStream or transcription. reason is a word that the sender never learns.",
            "reason keys_unavailable or busy or failed at all: events are lost. audience or wrong in numbers: immutableResourceId or the secret is not the one of the service. Others: strangers knock."),
    DROPPED("acs.call.dropped", Kind.FUNCTION_COUNTER, List.of("what", "reason"),
            "Events and frames that were left out: events that nobody wants, incoming calls that ring no longer or that no route takes, frames of streams.",
            "incomingCall stale or unmatched at all: callers were not answered. Frames dropped: the route of the stream is too slow."),
    HELD("acs.call.held", Kind.GAUGE, List.of(), "Requests that ackMode=completed holds open now; 0 with ackMode=received.",
         "At acs.call.held.limit for 1 min: new events get 503."),
    HELD_LIMIT("acs.call.held.limit", Kind.GAUGE, List.of(), "The option maxHeldRequests; 0 with ackMode=received.", null),
    PACED("acs.call.paced", Kind.GAUGE, List.of("state"),
          "With maxConcurrentPerCaller: calls to phone numbers that this node holds a permit for (up), and exchanges that wait for one (waiting).",
          "waiting above half of maxPacedWaiting for 1 min."),
    PACING("acs.call.pacing", Kind.FUNCTION_COUNTER, List.of("what"),
           "With maxConcurrentPerCaller: what is granted, waited, refused, timed_out, reclaimed or lost is a permit for a call to a phone number.",
           "refused or timed_out at all: more calls than the limit. lost at all: this node did not reach the operation store."),
    NODES("acs.call.nodes", Kind.FUNCTION_COUNTER, List.of("what"),
          "With replyForwarder: what is forwarded (to another node), received (from one, and ended a wait), orphaned (went to the consumers, because whose wait it was is gone or silent) or taken_over (a wait that another node has gone on with).",
          "orphaned although no node has died, or taken_over at all: nodes stand still, or can't reach each other."),
    STREAMS("acs.call.streams", Kind.GAUGE, List.of("kind"), "WebSockets that are up. kind is mediaStream or transcription.",
            "At the option maxStreams: further calls have no stream."),
    STREAMS_ENDED("acs.call.streams.ended", Kind.COUNTER, List.of("kind", "end"),
                  "WebSockets that are over. end is ordinary (close code 1000 or 1001) or broken.",
                  "Share of broken above 5 %: look at the proxy before the application.");

    /** What sort of meter it is. */
    public enum Kind {
        /** Something that only grows. */
        COUNTER,
        /** A counter that is kept elsewhere and read when it is asked for. */
        FUNCTION_COUNTER,
        /** A number that goes up and down. */
        GAUGE,
        /** How often, and how long in all. */
        TIMER
    }

    private final String meterName;
    private final Kind kind;
    private final List<String> tags;
    private final String meaning;
    private final String alert;

    CallMeter(String meterName, Kind kind, List<String> tags, String meaning, String alert) {
        this.meterName = meterName;
        this.kind = kind;
        this.tags = tags;
        this.meaning = meaning;
        this.alert = alert;
    }

    /** {@return the name in Micrometer, such as {@code acs.call.waits.open}} */
    public String meterName() {
        return meterName;
    }

    /** {@return what sort of meter it is} */
    public Kind kind() {
        return kind;
    }

    /** {@return the names of its own tags, besides {@code component}} */
    public List<String> tags() {
        return tags;
    }

    /** {@return what it says} */
    public String meaning() {
        return meaning;
    }

    /** {@return when somebody should look, {@code null} when it is there to compare with only} */
    public String alert() {
        return alert;
    }

    /** {@return the name under which Prometheus shows its value or its number} */
    public String prometheusName() {
        String base = meterName.replace('.', '_');
        return switch (kind) {
            case GAUGE -> base;
            case TIMER -> base + "_seconds_count";
            case COUNTER, FUNCTION_COUNTER -> base + "_total";
        };
    }
}
