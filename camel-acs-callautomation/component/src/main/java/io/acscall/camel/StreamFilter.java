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
package io.acscall.camel;

import java.util.Set;

import io.acscall.camel.stream.AudioFrame;
import io.acscall.camel.stream.QueueLimit;
import io.acscall.camel.stream.StreamFrame;
import io.acscall.camel.stream.StreamKind;

/**
 * Which frames a consumer takes, and how many may wait for it.
 *
 * @param kinds  what it takes
 * @param silent whether silent audio, too
 * @param limit  how many may wait
 */
record StreamFilter(Set<StreamKind> kinds, boolean silent, QueueLimit limit) {

    static StreamFilter of(AcsCallEndpoint endpoint, StreamSource source) {
        AcsCallStreamOptions options = endpoint.getStreamOptions();
        OnOverflow onOverflow = options.getOnOverflow() == null ? source.defaultOnOverflow() : options.getOnOverflow();
        return new StreamFilter(
                StreamKind.list(options.getKinds()), options.isSilent(),
                new QueueLimit(options.getMaxQueuedFrames(), onOverflow == OnOverflow.dropOldest));
    }

    boolean takes(StreamFrame frame) {
        return kinds.contains(frame.kind()) && (silent || !(frame instanceof AudioFrame audio && audio.silent()));
    }
}
