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
 * Takes the frames of streams, of each stream one after the other.
 */
public interface StreamSubscriber {

    /**
     * {@return how many frames of one stream may wait, and what happens to more}
     */
    QueueLimit limit();

    /**
     * Whether a frame is to be taken at all; called on a network thread.
     *
     * @param frame any frame
     */
    boolean wants(StreamFrame frame);

    /** A stream has begun: its frames will come, and in the end {@link #ended} is called. On a network thread. */
    void begun();

    /**
     * Takes a frame, on a thread of the pool of exchanges.
     *
     * @param  delivery the frame and what is known of its stream
     * @param  later    to be called when it is done, if not at once; from any thread
     * @return          whether it is done already; {@code later} is not called then
     */
    boolean take(FrameDelivery delivery, Runnable later);

    /** All that came of a stream has been taken. */
    void ended();
}
