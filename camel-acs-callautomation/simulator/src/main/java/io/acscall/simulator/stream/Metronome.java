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

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.acscall.simulator.time.Scheduled;
import io.acscall.simulator.time.SimulatorScheduler;

/**
 * Beats time for all streams, once in a frame of audio, on the simulator's scheduler: one task, however many streams
 * there are, and none while there are no streams. Beats that come late are made up for, a second at most.
 */
public final class Metronome {

    private static final Duration FRAME = Duration.ofMillis(AudioFormat.FRAME_MILLIS);
    private static final long MOST_DUE = 50;

    private final SimulatorScheduler scheduler;
    private final Set<Player> players = new LinkedHashSet<>();
    private Scheduled next = Scheduled.NONE;
    private long beaten;

    /** Somebody who plays by this metronome. */
    @FunctionalInterface
    public interface Player {

        /**
         * Time for so many frames.
         *
         * @param due 1, or more after beats that came late
         */
        void frames(int due);
    }

    public Metronome(SimulatorScheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Beats for somebody from now on; a second time does nothing. */
    public synchronized void join(Player player) {
        if (players.isEmpty()) {
            beaten = now();
            schedule();
        }
        players.add(player);
    }

    /** Beats no more for somebody; a beat under way may still come. */
    public synchronized void leave(Player player) {
        if (players.remove(player) && players.isEmpty()) {
            next.cancel();
        }
    }

    private void beat() {
        int due;
        List<Player> all;
        synchronized (this) {
            long now = now();
            due = (int) Math.min(MOST_DUE, now - beaten);
            beaten = now;
            all = List.copyOf(players);
        }
        if (due > 0) {
            all.forEach(player -> player.frames(due));
        }
        synchronized (this) {
            if (!players.isEmpty()) {
                schedule();
            }
        }
    }

    private void schedule() {
        next.cancel();
        next = scheduler.after(FRAME.multipliedBy(beaten + 1).minus(scheduler.elapsed()), this::beat);
    }

    private long now() {
        return scheduler.elapsed().toMillis() / FRAME.toMillis();
    }
}
