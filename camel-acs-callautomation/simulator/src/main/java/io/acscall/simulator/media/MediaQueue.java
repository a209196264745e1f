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
package io.acscall.simulator.media;

import java.util.ArrayDeque;
import java.util.Deque;

import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.people.Input;

/**
 * The media operations of one application in one call: one runs, others wait for their turn. Guarded by the lock of the
 * call.
 */
public final class MediaQueue {

    private static final int CAPACITY = 64;

    private final Deque<MediaOperation> operations = new ArrayDeque<>();

    /** Whether another operation may be added. */
    public boolean hasRoom() {
        return operations.size() < CAPACITY;
    }

    /**
     * Adds an operation, which starts when all before it are over.
     *
     * @param interrupt whether those before it are cancelled instead
     */
    public void submit(MediaOperation operation, boolean interrupt) {
        if (interrupt) {
            cancelAll();
        }
        operations.addLast(operation);
        if (operations.peekFirst() == operation) {
            operation.start();
        }
    }

    /** The running operation is over; the next one starts. Does nothing if the operation does not run. */
    public void finished(MediaOperation operation) {
        if (operations.peekFirst() == operation) {
            operations.removeFirst();
            if (!operations.isEmpty()) {
                operations.peekFirst().start();
            }
        }
    }

    /** A person does something, which the running operation may want to hear. */
    public void hear(Identifier person, Input input) {
        if (!operations.isEmpty()) {
            operations.peekFirst().hear(person, input);
        }
    }

    /** Cancels what runs and what waits, in order. */
    public void cancelAll() {
        while (!operations.isEmpty()) {
            operations.removeFirst().cancel();
        }
    }
}
