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
package io.acscall.examples.voiceagent;

/**
 * Who talks to the caller. Put a speech model behind this: it hears the caller as it happens, and what it gives back is
 * said to the caller.
 */
public interface Model {

    /**
     * Hears a piece of audio of one stream; called for each stream by one thread at a time. A model that answers over
     * the network does not wait here: it sends what it has to say to the route {@code direct:say} whenever it likes,
     * with the header {@code CamelAcsCallStreamId}.
     *
     * @param  streamId the stream
     * @param  pcm      20 ms of audio: PCM of 16 bit
     * @return          what to say now; empty for nothing
     */
    byte[] hear(String streamId, byte[] pcm);

    /**
     * The caller has gone.
     *
     * @param streamId the stream
     */
    void forget(String streamId);
}
