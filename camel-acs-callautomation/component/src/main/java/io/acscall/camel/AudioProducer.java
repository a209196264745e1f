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

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.acscall.camel.action.InvalidInputException;
import io.acscall.camel.action.Options;
import io.acscall.camel.outcome.Outcome;
import io.acscall.camel.stream.AudioEnd;
import io.acscall.camel.stream.AudioOutlet;
import io.acscall.camel.stream.AudioQueueFullException;
import io.acscall.camel.stream.CallStream;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/**
 * What producers have in common that act on the stream of a call.
 */
abstract class AudioProducer extends DefaultAsyncProducer {

    AudioProducer(AcsCallEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    public AcsCallEndpoint getEndpoint() {
        return (AcsCallEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        getEndpoint().getComponent().streams().openForAudio();
    }

    @Override
    protected void doStop() throws Exception {
        getEndpoint().getComponent().streams().closeForAudio();
        super.doStop();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            CompletableFuture<AudioEnd> end = act(exchange);
            if (!end.isDone()) {
                getEndpoint().warnWhenTransacted(exchange, "the audio is written");
                end.thenAcceptAsync(late -> {
                    finish(exchange, late);
                    LogContext.show(exchange);
                    callback.done(false);
                }, getEndpoint().getComponent().completionsOf(exchange));
                return false;
            }
            finish(exchange, end.join());
        } catch (InvalidInputException e) {
            exchange.setException(new CallInputException(action(), exchange, e));
        } catch (AudioQueueFullException e) {
            fail(exchange, Outcome.LIMIT_REACHED, e.getMessage());
        } catch (RuntimeException e) {
            exchange.setException(e);
        }
        callback.done(true);
        return true;
    }

    private CompletableFuture<AudioEnd> act(Exchange exchange) {
        ExchangeInputs inputs = new ExchangeInputs(getEndpoint(), exchange);
        // a call that the URI names is final, and need not be the one whose frame this exchange began with
        boolean isFinal = inputs.isWritten(Options.CALL_CONNECTION_ID) && !getEndpoint().isAllowHeaderOverride();
        String streamId = isFinal ? null : exchange.getMessage().getHeader(AcsCallConstants.STREAM_ID, String.class);
        String call = streamId == null
                ? inputs.require(Options.CALL_CONNECTION_ID) : inputs.get(Options.CALL_CONNECTION_ID).orElse(null);
        Optional<CallStream> stream = getEndpoint().getComponent().streams().find(streamId, call);
        return stream.isPresent() ? act(exchange, stream.get().outlet()) : CompletableFuture.completedFuture(AudioEnd.GONE);
    }

    /** Does it; what comes out may be known later. */
    abstract CompletableFuture<AudioEnd> act(Exchange exchange, AudioOutlet outlet);

    /** Says what it means for the exchange. */
    abstract void finish(Exchange exchange, AudioEnd end);

    final void fail(Exchange exchange, Outcome outcome, String why) {
        ResultHeaders.outcome(exchange.getMessage(), outcome);
        if (getEndpoint().isThrowExceptionOnFailure()) {
            exchange.setException(new AudioNotSentException("acs-call:" + action() + ": " + why, action(), outcome, exchange));
        }
    }

    final String action() {
        return getEndpoint().getOperation().name();
    }
}
