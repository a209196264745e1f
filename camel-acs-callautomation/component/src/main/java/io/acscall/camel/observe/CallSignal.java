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
package io.acscall.camel.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.outcome.Outcome;

/**
 * Something that has happened to the calls of a component. Signals of one call may reach an observer in another order
 * than that of {@link #at()}: an event, for example, is told of when it is clear what became of it, and what it set
 * going may be told of before.
 */
public sealed interface CallSignal {

    /** {@return when it happened, by the clock of the component} */
    Instant at();

    /** {@return the call, or {@code null} where it is not known or there is none} */
    String callConnectionId();

    /**
     * A request was given to the client. With {@code ActionAnswered} and {@code ActionEnded} of the same number it is
     * one passage of one action; tries that the client makes by itself don't show.
     *
     * @param number           the same in all signals of one passage of one action, unique in the component
     * @param action           the name of the action, such as {@code play}
     * @param callConnectionId the call, {@code null} where the answer is going to name it
     * @param request          method, path and body as they are sent; its query is the {@code apiVersion} of the
     *                         component
     */
    record ActionSent(Instant at, long number, String action, String callConnectionId, ServiceRequest request)
            implements
                CallSignal {
    }

    /**
     * The service has answered a request, or it is clear that it does not.
     *
     * @param number           as in {@link ActionSent}
     * @param action           the name of the action
     * @param callConnectionId the call, also where only the answer named it
     * @param responses        the answer with status, headers and body, and its further pages; empty when the request
     *                         failed or its answer is a file
     * @param failure          {@code null} when the answer means success; a
     *                         {@link io.acscall.camel.client.ServiceException} tells status, code and message of an
     *                         answer that does not
     * @param took             from the sending
     */
    record ActionAnswered(Instant at, long number, String action, String callConnectionId, List<ServiceResponse> responses,
            Throwable failure, Duration took) implements CallSignal {
    }

    /**
     * An action is done: the exchange goes on now.
     *
     * @param number           as in {@link ActionSent}; without such a signal where nothing was sent
     * @param action           the name of the action
     * @param callConnectionId the call, {@code null} where it never got known
     * @param outcome          {@code null} when it did what it was asked for
     * @param failure          what the exchange got as exception; {@code null} when it goes on all the same
     * @param took             from the beginning of the step, with the wait for the event
     * @param awaited          whether its end was waited for
     */
    record ActionEnded(Instant at, long number, String action, String callConnectionId, Outcome outcome, Throwable failure,
            Duration took, boolean awaited) implements CallSignal {
    }

    /**
     * An event was taken.
     *
     * @param at       when it came, before anything was done with it
     * @param event    with the context that the user set
     * @param received as it came, with the context of the wire
     * @param fate     what became of it
     * @param stale    whether a newer one of its kind was there before
     */
    record EventTaken(Instant at, CallEvent event, CallEvent received, EventFate fate, boolean stale) implements CallSignal {

        @Override
        public String callConnectionId() {
            return event.callConnectionId();
        }
    }

    /**
     * An event was not given to a consumer that has had it.
     *
     * @param event    the event
     * @param consumer the consumer: the id of its route
     */
    record EventDuplicate(Instant at, CallEvent event, String consumer) implements CallSignal {

        @Override
        public String callConnectionId() {
            return event.callConnectionId();
        }
    }

    /**
     * A request that came in was refused.
     *
     * @param door   the way in: {@code callback}, {@code eventGrid}, {@code mediaStream}, {@code transcription}
     * @param status what the sender was told, as HTTP status
     * @param reason a word for why, of a small fixed set, such as {@code expired}
     * @param detail a sentence for the log, safe there
     */
    record RequestRefused(Instant at, String door, int status, String reason, String detail) implements CallSignal {

        @Override
        public String callConnectionId() {
            return null;
        }
    }

    /**
     * An exchange begins to wait for the end of an operation; its request is sent next.
     *
     * @param number           of the action, as in {@link ActionSent}
     * @param waitId           the id under which the request names the wait
     * @param action           the name of the action
     * @param callConnectionId the call, {@code null} where the answer is going to name it
     * @param timeout          how long it lasts at most
     */
    record WaitOpened(Instant at, long number, String waitId, String action, String callConnectionId, Duration timeout)
            implements
                CallSignal {
    }

    /**
     * A wait is over.
     *
     * @param number           of the action, as in {@link ActionSent}
     * @param waitId           as in {@link WaitOpened}
     * @param action           the name of the action
     * @param callConnectionId the call, {@code null} where it never got known
     * @param result           how it ended
     * @param event            the event that ended it, {@code null} where none did
     * @param took             how long it lasted
     */
    record WaitEnded(Instant at, long number, String waitId, String action, String callConnectionId, WaitResult result,
            CallEvent event, Duration took) implements CallSignal {
    }

    /**
     * A WebSocket of the service is up.
     *
     * @param kind             {@code mediaStream} or {@code transcription}
     * @param streamId         ours, one for each connection
     * @param callConnectionId the call, {@code null} as long as the service has not named it
     */
    record StreamOpened(Instant at, String kind, String streamId, String callConnectionId) implements CallSignal {
    }

    /**
     * A WebSocket of the service is closed.
     *
     * @param kind             as in {@link StreamOpened}
     * @param streamId         as in {@link StreamOpened}
     * @param callConnectionId the call, {@code null} where the service never named it
     * @param closeCode        as in RFC 6455
     * @param frames           how many frames came
     */
    record StreamEnded(Instant at, String kind, String streamId, String callConnectionId, int closeCode, long frames)
            implements
                CallSignal {
    }
}
