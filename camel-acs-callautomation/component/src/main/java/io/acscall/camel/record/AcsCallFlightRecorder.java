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

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.observe.CallObserver;
import io.acscall.camel.observe.CallSignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers what happened in the newest calls: requests and their answers, events, waits and outcomes, with other names
 * for ids and phone numbers. A call of production becomes a file that the simulator plays again.
 *
 * <p>
 * Whoever tells it of something only hands it over; one thread of its own does the rest. Where more comes than that
 * thread can do, signals are dropped, and the calls of that time can be looked at but not recorded.
 */
public final class AcsCallFlightRecorder implements CallObserver {

    private static final Logger LOG = LoggerFactory.getLogger(AcsCallFlightRecorder.class);
    /** What follows from the end of a call has come by then. */
    private static final Duration SETTLED = Duration.ofSeconds(1);
    private static final long PATIENCE_SECONDS = 10;
    /** How often it is tried to write a file, a second apart. */
    private static final int TRIES = 60;

    private final FlightRecorderSettings settings;
    private final Threads threads;
    private final RecordingFolder folder;
    private final Clock clock;
    private final CallBook calls;
    private final SignalReader reader;
    private final AtomicLong dropped = new AtomicLong();
    private long droppedBefore;
    private volatile boolean closed;

    /**
     * The threads of a recorder.
     *
     * @param recorder one thread with a bounded queue that refuses what is too much
     * @param files    writes files; may refuse
     * @param later    plans something that hands over at once
     */
    public record Threads(Executor recorder, Executor files, Later later) {
    }

    /** Plans something. */
    @FunctionalInterface
    public interface Later {

        /** Does it after this time. */
        void plan(Duration after, Runnable task);
    }

    /**
     * @param settings what it keeps
     * @param own      where the application is reached; asked for with each request
     * @param threads  what it runs on
     * @param folder   gets a file of each call that has ended, or {@code null}
     * @param clock    tells when a file was written
     */
    public AcsCallFlightRecorder(FlightRecorderSettings settings, Supplier<OwnAddress> own, Threads threads,
                                 RecordingFolder folder, Clock clock) {
        this.settings = settings;
        this.threads = threads;
        this.folder = folder;
        this.clock = clock;
        this.calls = new CallBook(settings, own);
        this.reader = new SignalReader(calls, this::over);
    }

    @Override
    public void observed(CallSignal signal) {
        try {
            threads.recorder().execute(() -> read(signal));
        } catch (RejectedExecutionException e) {
            dropped.incrementAndGet();
        }
    }

    /** {@return how many signals were dropped because there were too many at once} */
    public long dropped() {
        return dropped.get();
    }

    /**
     * The calls that are kept, the oldest first.
     *
     * @throws IllegalStateException when the recorder has stopped or has too much to do
     */
    public List<RecordedCall> calls() {
        return ask(() -> calls.all().stream().map(AcsCallFlightRecorder::show).toList());
    }

    /**
     * What happened in a call, a line each.
     *
     * @param  callId                id of a connection, server call id or correlation id
     * @return                       the lines with the milliseconds since the beginning; empty when the call is not
     *                               kept
     * @throws IllegalStateException when the recorder has stopped or has too much to do
     */
    public Optional<List<String>> timeline(String callId) {
        return ask(() -> calls.named(callId).map(call -> {
            Instant start = call.startedAt();
            return call.entries().stream().map(entry -> entry.line(start)).toList();
        }));
    }

    /**
     * A call as a file that the simulator plays, in the form of {@code docs/call-recording.schema.json}, as far as it
     * has come.
     *
     * @param  callId                as in {@link #timeline(String)}
     * @return                       JSON; empty when the call is not kept
     * @throws IllegalStateException when a part of the call is missing, or the recorder has stopped or has too much to
     *                               do
     */
    public Optional<String> recording(String callId) {
        return ask(() -> calls.named(callId).map(this::record));
    }

    /** Writes what is not written yet; to be called before its threads stop. */
    public void close() {
        closed = true;
        if (folder != null) {
            try {
                ask(() -> {
                    calls.all().forEach(call -> write(call, 1));
                    return null;
                });
            } catch (IllegalStateException e) {
                LOG.warn("The last recordings of calls are not written: {}", e.getMessage());
            }
        }
    }

    private String record(CallTimeline call) {
        ObjectNode recording = new RecordingWriter(call, settings).write(clock.instant());
        return recording.toPrettyString();
    }

    private static RecordedCall show(CallTimeline call) {
        return new RecordedCall(call.id(), call.startedAt(), call.endedAt(), call.entries().size(), call.lost());
    }

    private void read(CallSignal signal) {
        long droppedNow = dropped.get();
        if (droppedNow != droppedBefore) {
            droppedBefore = droppedNow;
            calls.all().stream().filter(call -> call.endedAt() == null).forEach(CallTimeline::missed);
            LOG.warn("The flight recorder has dropped {} signals of calls so far: more comes than it can take", droppedNow);
        }
        try {
            reader.read(signal);
        } catch (RuntimeException e) {
            LOG.warn("The flight recorder could not read a {} of call {}", signal.getClass().getSimpleName(),
                    signal.callConnectionId(), e);
        }
    }

    private void over(CallTimeline call) {
        if (folder != null) {
            writeLater(call, TRIES);
        }
    }

    private void writeLater(CallTimeline call, int tries) {
        threads.later().plan(SETTLED, () -> {
            try {
                threads.recorder().execute(() -> write(call, tries));
            } catch (RejectedExecutionException e) {
                writeAgain(call, tries);
            }
        });
    }

    /**
     * There is too much to do just now. What is not written in the end is, when the recorder is closed, if it is still
     * kept.
     */
    private void writeAgain(CallTimeline call, int tries) {
        if (closed || tries <= 1) {
            LOG.warn("The recording of call {} is not written: there is too much to do", call.id());
        } else {
            writeLater(call, tries - 1);
        }
    }

    private void write(CallTimeline call, int tries) {
        if (call.isWritten()) {
            return;
        }
        try {
            String recording = record(call);
            Instant at = call.endedAt() == null ? clock.instant() : call.endedAt();
            threads.files().execute(() -> write(call.id(), at, recording));
            call.written();
        } catch (IllegalStateException e) {
            // a part of it is missing, and will be
            call.written();
            LOG.warn("The recording of call {} is not written: {}", call.id(), e.getMessage());
        } catch (RejectedExecutionException e) {
            writeAgain(call, tries);
        }
    }

    private void write(String callId, Instant at, String recording) {
        try {
            LOG.debug("Wrote {}", folder.write(callId, at, recording));
        } catch (IOException e) {
            LOG.warn("The recording of call {} can't be written: {}", callId, e.toString());
        }
    }

    /** Asks on the thread that all belongs to, after all that was told before. */
    private <T> T ask(Callable<T> question) {
        FutureTask<T> answer = new FutureTask<>(question);
        try {
            threads.recorder().execute(answer);
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IllegalStateException wrong ? wrong : new IllegalStateException(e.getCause());
        } catch (RejectedExecutionException | TimeoutException e) {
            throw new IllegalStateException("The flight recorder has stopped, or has too much to do; ask again later", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the flight recorder was asked", e);
        }
    }
}
