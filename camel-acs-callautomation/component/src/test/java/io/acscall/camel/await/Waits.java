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
package io.acscall.camel.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.DisconnectMeaning;
import io.acscall.camel.event.Ending;
import io.acscall.camel.event.EventKind;

/** Open waits with a clock of the test, and what they are about. */
final class Waits {

    static final byte[] KEY = "a key of the tests".getBytes(StandardCharsets.UTF_8);
    static final Ending CREATE = Ending.on("CallConnected").failingOn("CreateCallFailed").disconnect(DisconnectMeaning.FAILURE);
    static final Ending PLAY = Ending.on("PlayCompleted").failingOn("PlayFailed", "PlayCanceled")
            .yieldingToDisconnect(Duration.ofMillis(500), "PlayCanceled");
    static final Ending TRANSFER
            = Ending.on("CallTransferAccepted").failingOn("CallTransferFailed").withGrace(Duration.ofSeconds(2));
    static final Ending MOVE = Ending.on("MoveParticipantSucceeded").failingOn("MoveParticipantFailed");
    static final Ending HANG_UP = Ending.onDisconnect();
    static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final String PREFIX = "Microsoft.Communication.";

    final ManualTimer timer = new ManualTimer();
    final WaitTokens tokens = new WaitTokens("here", KEY);
    final EarlyEvents early = new EarlyEvents(Duration.ofSeconds(5), 3, timer);
    final OpenWaits open;

    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicInteger events = new AtomicInteger();

    Waits() {
        this(10);
    }

    Waits(int max) {
        open = new OpenWaits(tokens, timer, () -> "w" + ids.incrementAndGet(), max, early);
    }

    /** A wait and how it ended. */
    record Wait(OpenWait open, List<WaitEnd> ends, String wire) {

        WaitEnd end() {
            if (ends.size() != 1) {
                throw new AssertionError("It has ended " + ends.size() + " times: " + ends);
            }
            return ends.get(0);
        }
    }

    Wait open(String action, Ending ending, String call) {
        return open(action, ending, call, 1);
    }

    /** A wait that several events end. */
    Wait open(String action, Ending ending, String call, int reports) {
        List<WaitEnd> ends = new CopyOnWriteArrayList<>();
        OpenWait wait = open.open(new WaitSpec(action, ending, TIMEOUT, call, reports), ends::add);
        return new Wait(wait, ends, wait.wireContext("mine"));
    }

    /** A wait whose request has been answered. */
    Wait answered(String action, Ending ending, String call) {
        return answered(action, ending, call, 1);
    }

    Wait answered(String action, Ending ending, String call, int reports) {
        Wait wait = open(action, ending, call, reports);
        wait.open().answered(null, () -> {
        });
        return wait;
    }

    CallEvent event(String type, String call, String context) {
        return new CallEvent(
                "e" + events.incrementAndGet(), PREFIX + type, "calling/callConnections/" + call, null, null, call, null, null,
                context, null, Map.of(), EventKind.CALLBACK);
    }
}
