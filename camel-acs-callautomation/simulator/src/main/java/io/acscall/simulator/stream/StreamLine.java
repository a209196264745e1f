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
package io.acscall.simulator.stream;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.fault.StreamFate;
import io.acscall.simulator.fault.StreamFault;
import io.acscall.simulator.time.Scheduled;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.Secrets;
import io.acscall.simulator.timeline.TimelineDraft;

/**
 * The connection of one stream to its application: made, made again when it breaks, and ended, with the events that
 * tell so. Guarded by the lock of the call. To an application that is too slow no audio is sent meanwhile; words and
 * keys wait for it, up to a limit.
 */
final class StreamLine {

    private final StreamKind kind;
    private final URI target;
    private final StreamLog log;
    private final StreamTies ties;
    private final StreamDesk desk;
    private final Supplier<String> metadata;
    private StreamRequest asked;
    private Attempt current;
    private Outlet outlet;
    private Scheduled reconnect = Scheduled.NONE;
    private int reconnects;

    /**
     * @param target   null when the application did not say where to
     * @param metadata makes the first frame of a connection
     */
    StreamLine(StreamKind kind, URI target, StreamLog log, StreamTies ties, StreamDesk desk, Supplier<String> metadata) {
        this.kind = kind;
        this.target = target;
        this.log = log;
        this.ties = ties;
        this.desk = desk;
        this.metadata = metadata;
    }

    StreamState state() {
        return log.state();
    }

    /** Connects; only while inactive. */
    void start(StreamRequest by) {
        asked = by;
        if (target == null) {
            fail(CallResult.STREAM_URL, StatusDetails.URL_MISSING);
        } else {
            log.state(StreamState.CONNECTING);
            connect();
        }
    }

    /** Ends the stream because the application asked for it. */
    void stop(StreamRequest by) {
        if (state() == StreamState.CONNECTING) {
            fail(kind.canceled(), StatusDetails.SUBSCRIPTION_STOPPED);
        }
        asked = by;
        stopped();
    }

    /** Ends the stream because its call is over; nothing happens when it is not on. */
    void end() {
        if (state() == StreamState.CONNECTING) {
            fail(kind.canceled(), StatusDetails.SUBSCRIPTION_STOPPED);
        } else if (state() != StreamState.INACTIVE) {
            stopped();
        }
        desk.logs().finish(kind, log);
    }

    /** The stream cannot begin. */
    void fail(StreamRequest by, CallResult result, StatusDetails details) {
        asked = by;
        fail(result, details);
    }

    private void fail(CallResult result, StatusDetails details) {
        hangUp();
        note("failed: " + details.wireName());
        ties.tell(asked, kind.failed(), result, kind.update("Failed", details));
    }

    /** Sends a frame that is worth nothing when it is late; it is lost where the connection has just broken. */
    void sendOrDrop(String frame) {
        if (outlet != null) {
            outlet.sendOrDrop(frame);
            strike();
        }
    }

    /** Sends a frame that must not be lost because the application is slow; a broken connection loses it, too. */
    void sendOrHold(String frame) {
        if (outlet != null) {
            outlet.sendOrHold(frame);
            strike();
        }
    }

    private void strike() {
        StreamFate fate = current.fate;
        if (outlet.sent() < fate.afterFrames()) {
            return;
        }
        if (fate.has(StreamFault.SHUTDOWN)) {
            fail(kind.shutdown(), StatusDetails.SERVICE_SHUTDOWN);
        } else if (fate.has(StreamFault.DROPPED)) {
            outlet.close(StreamSocket.BROKEN);
            broken("broke on purpose");
        }
    }

    private void connect() {
        StreamFate fate = desk.faults().stream(kind.wireName());
        Attempt attempt = new Attempt(fate);
        current = attempt;
        desk.executor().execute(() -> {
            Map<String, String> headers = headers(desk.tokens().apply(fate.token()));
            ties.note(TimelineDraft.of(EntryKind.NOTE, kind.wireName()).call(ties.callId())
                    .http("GET", Secrets.address(target)).headers(headers.entrySet()).fault(fate.label()).detail("connects"));
            if (fate.has(StreamFault.REFUSED)) {
                attempt.refused(0, "refused on purpose");
            } else {
                desk.connector().connect(target, headers, attempt);
            }
        });
    }

    private Map<String, String> headers(String token) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        headers.put("x-ms-call-connection-id", ties.callConnectionId());
        headers.put("x-ms-call-correlation-id", ties.correlationId());
        return headers;
    }

    private void opened(StreamSocket opened) {
        boolean again = state() == StreamState.INTERRUPTED;
        outlet = new Outlet(opened, log);
        reconnects = 0;
        log.state(StreamState.ACTIVE);
        opened.send(metadata.get());
        note(again ? "is connected again" : "is connected");
        ties.tell(asked, kind.started(), CallResult.MEDIA_COMPLETED,
                kind.update(again && kind == StreamKind.TRANSCRIPTION ? "Resumed" : "Started",
                        again ? StatusDetails.REESTABLISHED : StatusDetails.SUBSCRIPTION_STARTED));
    }

    private void refused(int status, String why) {
        note("could not connect: " + why);
        if (state() == StreamState.INTERRUPTED) {
            tryAgain();
        } else {
            fail(kind.failure(), StatusDetails.of(kind, status));
        }
    }

    private void broken(String how) {
        note(how + " after " + log.counts());
        outlet = null;
        log.state(StreamState.INTERRUPTED);
        tryAgain();
    }

    private void tryAgain() {
        current = null;
        if (reconnects >= desk.pace().reconnects()) {
            fail(kind.failure(), StatusDetails.INTERRUPTED);
            return;
        }
        reconnects++;
        reconnect = desk.scheduler().after(desk.pace().reconnectDelay(), () -> ties.guard(() -> {
            if (state() == StreamState.INTERRUPTED && current == null) {
                connect();
            }
        }));
    }

    private void stopped() {
        hangUp();
        note("ended: " + log.counts());
        ties.tell(asked, kind.stopped(), CallResult.MEDIA_COMPLETED,
                kind.update("Stopped", StatusDetails.SUBSCRIPTION_STOPPED));
    }

    private void hangUp() {
        current = null;
        reconnect.cancel();
        reconnects = 0;
        log.state(StreamState.INACTIVE);
        if (outlet != null) {
            outlet.close(StreamSocket.NORMAL);
            outlet = null;
        }
    }

    private void note(String detail) {
        ties.note(TimelineDraft.of(EntryKind.NOTE, kind.wireName()).call(ties.callId()).detail(detail));
    }

    /** One try to connect, and the connection that comes of it. What it hears once it is given up has no effect. */
    private final class Attempt implements StreamConnector.Listener {

        private final StreamFate fate;

        Attempt(StreamFate fate) {
            this.fate = fate;
        }

        @Override
        public void opened(StreamSocket opened) {
            ties.guard(() -> {
                if (current == this) {
                    StreamLine.this.opened(opened);
                } else {
                    opened.close(StreamSocket.NORMAL);
                }
            });
        }

        @Override
        public void refused(int status, String why) {
            ties.guard(() -> {
                if (current == this) {
                    StreamLine.this.refused(status, why);
                }
            });
        }

        @Override
        public void received(String text) {
            if (log.received(AppFrame.read(text), desk.scheduler().elapsed()) == AppFrame.Kind.STOP_AUDIO) {
                note("stopAudio after " + log.counts());
            }
        }

        @Override
        public void closed(Integer code) {
            log.closed(code);
            ties.guard(() -> {
                if (current == this) {
                    broken("was closed by the application" + (code == null ? "" : " with " + code));
                }
            });
        }
    }
}
