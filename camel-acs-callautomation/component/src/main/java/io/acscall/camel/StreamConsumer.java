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

import java.util.concurrent.atomic.AtomicInteger;

import io.acscall.camel.stream.FrameDelivery;
import io.acscall.camel.stream.QueueLimit;
import io.acscall.camel.stream.StreamFrame;
import io.acscall.camel.stream.StreamSubscriber;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;

/**
 * Turns frames of streams into exchanges, of each stream one after the other.
 */
public class StreamConsumer extends DefaultConsumer implements Suspendable, ShutdownAware {

    private final StreamSource source;
    private final StreamFilter filter;
    private final StreamSubscriber subscriber = new Subscriber();
    private final AtomicInteger streams = new AtomicInteger();

    StreamConsumer(AcsCallEndpoint endpoint, Processor processor, StreamSource source) {
        super(endpoint, processor);
        this.source = source;
        this.filter = StreamFilter.of(endpoint, source);
    }

    @Override
    public AcsCallEndpoint getEndpoint() {
        return (AcsCallEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        getEndpoint().getComponent().streams().open(source, this);
    }

    @Override
    protected void doStop() throws Exception {
        getEndpoint().getComponent().streams().close(source, this);
        super.doStop();
    }

    @Override
    public boolean isHostedService() {
        return true;
    }

    StreamSubscriber subscriber() {
        return subscriber;
    }

    boolean isTakingNewStreams() {
        return isRunAllowed() && !isSuspendingOrSuspended();
    }

    private boolean take(FrameDelivery delivery, Runnable later) {
        Exchange exchange = createExchange(false);
        exchange.setPattern(ExchangePattern.InOnly);
        StreamMessage.fill(exchange.getMessage(), delivery);
        return LogContext.run(exchange, () -> getAsyncProcessor().process(exchange, doneSync -> {
            Exception failed = exchange.getException();
            if (failed != null) {
                LogContext.show(exchange);
                getExceptionHandler().handleException("Error processing " + delivery.frame(), exchange, failed);
            }
            releaseExchange(exchange, false);
            if (!doneSync) {
                later.run();
            }
        }));
    }

    /** New streams are refused at once when the route stops; those that are up go on. */
    @Override
    public boolean deferShutdown(ShutdownRunningTask shutdownRunningTask) {
        return false;
    }

    /**
     * Calls in flight hold the application while it stops, until Camel's shutdown time-out is near. A route that alone
     * is suspended or stopped does not wait for them.
     */
    @Override
    public int getPendingExchangesSize() {
        return getEndpoint().getCamelContext().isStopping() ? streams.get() : 0;
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        // nothing to prepare: suspending stops new streams, and the pending count holds the route until the rest is done
    }

    private final class Subscriber implements StreamSubscriber {

        @Override
        public QueueLimit limit() {
            return filter.limit();
        }

        @Override
        public boolean wants(StreamFrame frame) {
            return !isStoppingOrStopped() && filter.takes(frame);
        }

        @Override
        public void begun() {
            streams.incrementAndGet();
        }

        @Override
        public boolean take(FrameDelivery delivery, Runnable later) {
            return isStoppingOrStopped() || StreamConsumer.this.take(delivery, later);
        }

        @Override
        public void ended() {
            streams.decrementAndGet();
        }
    }
}
