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

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * What goes out over one connection. To an application that is too slow no audio is sent meanwhile; words and keys wait
 * for it, up to a limit. Guarded by the lock of the call.
 */
final class Outlet {

    private static final int MOST_HELD = 256;

    private final StreamSocket socket;
    private final StreamLog log;
    private final Queue<String> held = new ArrayDeque<>();
    private int sent;

    Outlet(StreamSocket socket, StreamLog log) {
        this.socket = socket;
        this.log = log;
    }

    /** Sends a frame that is worth nothing when it is late. */
    void sendOrDrop(String frame) {
        if (flushed()) {
            send(frame);
        } else {
            log.dropped();
        }
    }

    /** Sends a frame that must not be lost. */
    void sendOrHold(String frame) {
        if (flushed()) {
            send(frame);
        } else if (held.size() < MOST_HELD) {
            held.add(frame);
        } else {
            log.dropped();
        }
    }

    /** How many frames were sent. */
    int sent() {
        return sent;
    }

    void close(int code) {
        socket.close(code);
    }

    /** Whether nothing waits and there is room for more. */
    private boolean flushed() {
        while (!held.isEmpty() && !socket.full()) {
            send(held.remove());
        }
        return held.isEmpty() && !socket.full();
    }

    private void send(String frame) {
        socket.send(frame);
        log.sent();
        sent++;
    }
}
