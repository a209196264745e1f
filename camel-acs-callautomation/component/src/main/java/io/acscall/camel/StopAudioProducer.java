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

import java.util.concurrent.CompletableFuture;

import io.acscall.camel.outcome.Outcome;
import io.acscall.camel.stream.AudioEnd;
import io.acscall.camel.stream.AudioOutlet;
import org.apache.camel.Exchange;

/**
 * Makes the audio that was sent into a stream stop at once. Where the stream has gone it has stopped, too.
 */
public class StopAudioProducer extends AudioProducer {

    StopAudioProducer(AcsCallEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    CompletableFuture<AudioEnd> act(Exchange exchange, AudioOutlet outlet) {
        return outlet.stop();
    }

    @Override
    void finish(Exchange exchange, AudioEnd end) {
        if (end == AudioEnd.GONE) {
            ResultHeaders.outcome(exchange.getMessage(), Outcome.CALL_NOT_FOUND);
        }
    }
}
