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
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;

import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.time.Scheduled;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.Secrets;
import io.acscall.simulator.timeline.TimelineDraft;
import io.acscall.simulator.token.TokenKind;

/**
 * The connection of one stream to its application: made, made again when it breaks, and ended, with the events that
 * tell so. Guarded by the lock of the call. To an application that is too slow no audio is sent meanwhile; words and
 * keys wait for it, up to a limit.
 */
final class StreamLine {

    private static final int MOST_HELD = 256;

    private final StreamKind kind;
    private final URI target;
    private final StreamLog log;
    private final StreamTies ties;
    private final StreamDesk desk;
    private final Supplier<String> metadata;
    private final Queue<String> held = new ArrayDeque<>();
    private StreamRequest asked;
    private Attempt current;
    private StreamSocket socket;
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
        hangUp(StreamSocket.NORMAL);
        note("failed: " + details.wireName());
        ties.tell(asked, kind.failed(), result, kind.update("Failed", details));
    }

    /** Sends a frame that is worth nothing when it is late. */
    void sendOrDrop(String frame) {
        if (flushed() && !socket.full()) {
            send(frame);
        } else {
            log.dropped();
        }
    }

    /** Sends a frame that must not be lost. */
    void sendOrHold(String frame) {
        if (flushed() && !socket.full()) {
            send(frame);
        } else if (held.size() < MOST_HELD) {
            held.add(frame);
        } else {
            log.dropped();
        }
    }

    private boolean flushed() {
        while (!held.isEmpty() && !socket.full()) {
            send(held.remove());
        }
        return held.isEmpty();
    }

    private void send(String frame) {
        socket.send(frame);
        log.sent();
    }

    private void connect() {
        Attempt attempt = new Attempt();
        current = attempt;
        desk.executor().execute(() -> {
            Map<String, String> headers = headers(desk.tokens().apply(TokenKind.VALID));
            ties.note(TimelineDraft.of(EntryKind.NOTE, kind.wireName()).call(ties.callId())
                    .http("GET", Secrets.address(target)).headers(headers.entrySet()).detail("connects"));
            desk.connector().connect(target, headers, attempt);
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
        socket = opened;
        reconnects = 0;
        log.state(StreamState.ACTIVE);
        socket.send(metadata.get());
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

    private void broken(Integer code) {
        note("was closed by the application" + (code == null ? "" : " with " + code) + " after " + log.counts());
        socket = null;
        held.clear();
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
        hangUp(StreamSocket.NORMAL);
        note("ended: " + log.counts());
        ties.tell(asked, kind.stopped(), CallResult.MEDIA_COMPLETED,
                kind.update("Stopped", StatusDetails.SUBSCRIPTION_STOPPED));
    }

    private void hangUp(int code) {
        current = null;
        reconnect.cancel();
        reconnects = 0;
        held.clear();
        log.state(StreamState.INACTIVE);
        if (socket != null) {
            socket.close(code);
            socket = null;
        }
    }

    private void note(String detail) {
        ties.note(TimelineDraft.of(EntryKind.NOTE, kind.wireName()).call(ties.callId()).detail(detail));
    }

    /** One try to connect, and the connection that comes of it. What it hears once it is given up has no effect. */
    private final class Attempt implements StreamConnector.Listener {

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
                    broken(code);
                }
            });
        }
    }
}
