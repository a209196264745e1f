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

import java.time.Duration;
import java.util.function.Consumer;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.DisconnectMeaning;

/**
 * One operation whose end somebody waits for. Whatever comes first of event, time-out, disconnect, failed request and
 * shutdown ends it, once. An event that overtakes the answer of its request is held until the answer has been read.
 */
public final class OpenWait implements Runnable {

    private static final String CALL_DISCONNECTED = "CallDisconnected";

    private final OpenWaits owner;
    private final String id;
    private final WaitSpec spec;
    private final Consumer<WaitEnd> onEnd;

    /** Only where several events end it together. */
    private final Reports reports;

    // guarded by this
    private String callConnectionId;
    private String recordingId;
    private WaitTimer.Planned timeout;
    private WaitEnd early;
    private Graced graced;
    private boolean answered;
    private boolean done;

    /** What ends it when nothing else does during the grace time. */
    private record Graced(WaitEnd end, WaitTimer.Planned planned) {
    }

    OpenWait(OpenWaits owner, String id, WaitSpec spec, Consumer<WaitEnd> onEnd) {
        this.owner = owner;
        this.id = id;
        this.spec = spec;
        this.onEnd = onEnd;
        this.callConnectionId = spec.callConnectionId();
        this.recordingId = spec.recordingId();
        this.reports = spec.reports() == 1 ? null : new Reports();
    }

    /**
     * The id under which the request names it.
     */
    public String id() {
        return id;
    }

    WaitSpec spec() {
        return spec;
    }

    synchronized String callConnectionId() {
        return callConnectionId;
    }

    synchronized String recordingId() {
        return recordingId;
    }

    /**
     * The value of {@code operationContext} for the request.
     *
     * @param userContext the user's own, or {@code null}
     */
    public String wireContext(String userContext) {
        return wireContext(null, userContext);
    }

    /**
     * The value of {@code operationContext} for a request that belongs to a trace.
     *
     * @param trace       as {@code traceparent} of W3C Trace Context writes it, or {@code null}
     * @param userContext the user's own, or {@code null}
     */
    public String wireContext(String trace, String userContext) {
        return owner.tokens().write(id, trace, userContext);
    }

    /**
     * The service has taken the request.
     *
     * @param answeredCall the call that the answer names, or {@code null}
     * @param read         as in {@link #answered(String, String, Runnable)}
     */
    public void answered(String answeredCall, Runnable read) {
        answered(answeredCall, null, read);
    }

    /**
     * The service has taken the request.
     *
     * @param answeredCall      the call that the answer names, or {@code null}
     * @param answeredRecording the recording that the answer names, or {@code null}
     * @param read              reads the answer into the exchange; called only while the wait is open, so that it never
     *                          meets the continued exchange
     */
    public void answered(String answeredCall, String answeredRecording, Runnable read) {
        WaitEnd end;
        synchronized (this) {
            if (done) {
                return;
            }
            read.run();
            answered = true;
            if (callConnectionId == null) {
                callConnectionId = answeredCall;
            }
            if (spec.learnsRecording()) {
                recordingId = answeredRecording;
            }
            end = early;
            done = end != null;
        }
        if (end != null) {
            finish(end);
        } else {
            owner.nowBound(this);
        }
    }

    /**
     * The request failed. An event that has come all the same counts more.
     *
     * @param cause why
     */
    public void requestFailed(Throwable cause) {
        WaitEnd end;
        synchronized (this) {
            if (done) {
                return;
            }
            done = true;
            WaitEnd failed = new WaitEnd.RequestFailed(cause);
            // what an event only shows was so before, when the service has refused to make it so
            end = spec.ending().byState() && early instanceof WaitEnd.Succeeded ? failed : knownOr(failed);
        }
        finish(end);
    }

    /**
     * What was asked for has been seen without an event, after the answer.
     *
     * @param read as in {@link #answered(String, Runnable)}
     */
    public void reached(Runnable read) {
        synchronized (this) {
            if (done) {
                return;
            }
            read.run();
            done = true;
        }
        finish(new WaitEnd.Reached());
    }

    /** Whether nothing has ended it yet. */
    public synchronized boolean isOpen() {
        return !done;
    }

    /**
     * Nothing was sent after all: the wait goes without an end.
     *
     * @return whether it is gone; {@code false} when something has ended it before, such as a shutdown
     */
    public boolean abandon() {
        synchronized (this) {
            if (done) {
                return false;
            }
            done = true;
        }
        forget();
        return true;
    }

    /** Whether the event belongs to the operation and ends it, now or as soon as the answer is there. */
    boolean offer(CallEvent event) {
        String type = event.shortType();
        if (spec.ending().success().contains(type) && spec.ends().test(event)) {
            return reported(new WaitEnd.Succeeded(event), event);
        }
        if (spec.ending().failure().contains(type)) {
            Duration time = spec.ending().yielding().get(type);
            WaitEnd failed = new WaitEnd.Failed(event);
            return time == null ? reported(failed, event) : endAfter(time, failed);
        }
        return CALL_DISCONNECTED.equals(type) && disconnected(event);
    }

    private boolean reported(WaitEnd end, CallEvent event) {
        return spec.reports() == 1 ? end(end) : reports.add(end, event.id(), spec.reports()).map(this::end).orElse(false);
    }

    private boolean disconnected(CallEvent event) {
        DisconnectMeaning meaning = spec.ending().disconnect();
        if (meaning == DisconnectMeaning.SUCCESS) {
            return end(new WaitEnd.Succeeded(event));
        }
        if (meaning == DisconnectMeaning.FAILURE) {
            return end(new WaitEnd.Failed(event));
        }
        WaitEnd disconnected = new WaitEnd.Disconnected(event);
        return spec.ending().grace().isZero() ? end(disconnected) : endAfter(spec.ending().grace(), disconnected);
    }

    private synchronized boolean endAfter(Duration time, WaitEnd end) {
        if (done || early != null || graced != null) {
            return false;
        }
        graced = new Graced(end, owner.timer().plan(time, () -> end(end)));
        return true;
    }

    /** An event that has come counts more than what ends the wait without one. */
    private WaitEnd knownOr(WaitEnd end) {
        if (early != null) {
            return early;
        }
        return graced != null ? graced.end() : end;
    }

    private boolean end(WaitEnd end) {
        synchronized (this) {
            if (done || early != null) {
                return false;
            }
            if (!answered) {
                early = end;
                return true;
            }
            done = true;
        }
        finish(end);
        return true;
    }

    /** Ends it whether or not the answer is there. */
    boolean endNow(WaitEnd end) {
        WaitEnd real;
        synchronized (this) {
            if (done) {
                return false;
            }
            done = true;
            real = knownOr(end);
        }
        finish(real);
        return true;
    }

    synchronized void start(WaitTimer timer) {
        if (!done) {
            // itself, for there may be very many
            timeout = timer.plan(spec.timeout(), this);
        }
    }

    /** Its time is over; for the timer. */
    @Override
    public void run() {
        endNow(new WaitEnd.TimedOut(spec.timeout()));
    }

    private void finish(WaitEnd end) {
        forget();
        onEnd.accept(end);
    }

    private void forget() {
        synchronized (this) {
            cancel(timeout);
            cancel(graced == null ? null : graced.planned());
        }
        owner.forget(this);
    }

    private static void cancel(WaitTimer.Planned planned) {
        if (planned != null) {
            planned.cancel();
        }
    }
}
