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

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

import io.acscall.camel.action.InvalidInputException;
import io.acscall.camel.outcome.Outcome;
import io.acscall.camel.stream.AudioEnd;
import io.acscall.camel.stream.AudioOutlet;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Sends audio into a bidirectional stream, at the pace at which it is heard.
 */
public class SendAudioProducer extends AudioProducer {

    SendAudioProducer(AcsCallEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    CompletableFuture<AudioEnd> act(Exchange exchange, AudioOutlet outlet) {
        CompletableFuture<AudioEnd> end = outlet.send(pcm(exchange.getMessage(), outlet.mostAtOnce()));
        boolean known = end.isDone() || getEndpoint().getStreamOptions().isAwaitWritten();
        return known ? end : CompletableFuture.completedFuture(AudioEnd.WRITTEN);
    }

    private byte[] pcm(Message message, int most) {
        Object body = message.getBody();
        if (body instanceof byte[] bytes) {
            return bytes;
        }
        if (body instanceof String text) {
            return base64(text);
        }
        InputStream stream = message.getBody(InputStream.class);
        if (stream == null) {
            throw wrong("it is " + (body == null ? "empty" : "a " + body.getClass().getSimpleName()), null);
        }
        try (stream) {
            // one byte more than fits, so that too much is refused like too much of bytes
            return stream.readNBytes(most + 1);
        } catch (IOException e) {
            throw wrong("it can't be read", e);
        }
    }

    private byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw wrong("it is a text that is not base64", null);
        }
    }

    private InvalidInputException wrong(String seen, IOException cause) {
        InvalidInputException wrong = new InvalidInputException(
                "body",
                "acs-call:" + action() + " needs audio in the body: " + seen
                        + ". Good ones are PCM samples (16 bit, little endian, in the sample rate of the stream) as byte[] or"
                        + " InputStream, or their base64 as a text");
        wrong.initCause(cause);
        return wrong;
    }

    @Override
    void finish(Exchange exchange, AudioEnd end) {
        switch (end) {
            case WRITTEN -> {
                // as it should be
            }
            case STOPPED -> ResultHeaders.outcome(exchange.getMessage(), Outcome.CANCELLED);
            case GONE -> fail(
                    exchange, Outcome.CALL_NOT_FOUND,
                    "the call has no media stream here: it has ended, it has not begun, or another instance of the application has"
                                                      + " it. It needs mediaStreaming options with enableBidirectional");
        }
    }
}
