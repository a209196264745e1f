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
package io.acscall.camel.stream;

/**
 * How many frames of one stream may wait for a subscriber, and what happens to more.
 *
 * @param maxQueued  at least 1
 * @param dropOldest whether the oldest audio is dropped; otherwise nothing more is read from the connection until half
 *                   of the frames are gone
 */
public record QueueLimit(int maxQueued, boolean dropOldest) {

    /** A host that is told to stop reading may still bring what it has read. */
    private static final int AFTER_PAUSE = 1_000;

    /** Checks the number. */
    public QueueLimit {
        if (maxQueued < 1) {
            throw new IllegalArgumentException(
                    "Option 'maxQueuedFrames' must be at least 1, but is " + maxQueued + ". Example: maxQueuedFrames=250");
        }
    }

    boolean isReached(int queued) {
        return queued >= maxQueued;
    }

    boolean isRelieved(int queued) {
        return queued <= maxQueued / 2;
    }

    /** More than this is kept of no stream, whatever the host does. */
    int hardLimit() {
        return maxQueued + AFTER_PAUSE;
    }
}
