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

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.EventKind;
import io.acscall.camel.webhook.Lanes;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;

/**
 * Turns events into exchanges, each with a copy of its own, in the order of the call that they belong to.
 */
public class AcsCallConsumer extends DefaultConsumer implements Suspendable, ShutdownAware {

    private final EventFilter filter;
    private final AtomicInteger pending = new AtomicInteger();

    AcsCallConsumer(AcsCallEndpoint endpoint, Processor processor, EventFilter filter) {
        super(endpoint, processor);
        this.filter = filter;
    }

    @Override
    public AcsCallEndpoint getEndpoint() {
        return (AcsCallEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        AcsCallComponent component = getEndpoint().getComponent();
        component.dispatcher().add(this);
        try {
            component.webhooks().open(source());
        } catch (Exception e) {
            component.dispatcher().remove(this);
            throw e;
        }
    }

    @Override
    protected void doStop() throws Exception {
        AcsCallComponent component = getEndpoint().getComponent();
        component.dispatcher().remove(this);
        component.webhooks().close(source());
        super.doStop();
    }

    private EventKind source() {
        return getEndpoint().getOperation().source().orElseThrow();
    }

    @Override
    public boolean isHostedService() {
        return true;
    }

    EventFilter filter() {
        return filter;
    }

    boolean isTakingNewWork() {
        return isRunAllowed() && !isSuspendingOrSuspended();
    }

    /** Events of one call reach this route one after the other; other calls run at the same time. */
    String laneOf(CallEvent event) {
        String call = event.callConnectionId() != null ? event.callConnectionId() : event.serverCallId();
        return System.identityHashCode(this) + "/" + (call == null ? event.id() : call);
    }

    void expectOneMore() {
        pending.incrementAndGet();
    }

    void expectOneLess() {
        pending.decrementAndGet();
    }

    /** Names the consumer in the memory of events: the same after a restart, and on every node. */
    String name() {
        return getRouteId() != null ? getRouteId() : getEndpoint().getEndpointUri();
    }

    /** Runs the route for one event; called on a thread of the consumers' pool. */
    void deliver(EventDelivery delivery, Lanes.Turn turn) {
        Exchange exchange = createExchange(false);
        fill(exchange, delivery);
        Parking.hold(exchange, turn, delivery);
        LogContext.run(exchange, () -> getAsyncProcessor().process(exchange, doneSync -> {
            Exception failed = exchange.getException();
            if (failed != null) {
                LogContext.show(exchange);
                getExceptionHandler().handleException("Error processing event " + delivery.event(), exchange, failed);
            }
            turn.release();
            expectOneLess();
            delivery.finished(failed == null);
            releaseExchange(exchange, false);
        }));
    }

    private void fill(Exchange exchange, EventDelivery delivery) {
        exchange.setPattern(ExchangePattern.InOnly);
        CallEvent event = delivery.event();
        Message message = exchange.getMessage();
        message.setBody(event);
        ResultHeaders.set(message, event);
        ResultHeaders.setIfThere(message, AcsCallConstants.OPERATION_CONTEXT, delivery.operationContext());
        ResultHeaders.setIfThere(message, TraceHeader.NAME, delivery.trace());
        if (delivery.verdict().awaited()) {
            message.setHeader(AcsCallConstants.AWAITED, true);
        }
        if (delivery.verdict().orphaned()) {
            message.setHeader(AcsCallConstants.ORPHANED, true);
        }
        if (delivery.isStale()) {
            message.setHeader(AcsCallConstants.STALE, true);
        }
        if (event.time() != null) {
            message.setHeader(Exchange.MESSAGE_TIMESTAMP, event.time().toInstant().toEpochMilli());
        }
        EventHeaders.set(message, event);
    }

    /** New work is refused at once when the route stops; what was taken is finished. */
    @Override
    public boolean deferShutdown(ShutdownRunningTask shutdownRunningTask) {
        return false;
    }

    @Override
    public int getPendingExchangesSize() {
        return pending.get();
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        // nothing to prepare: suspending stops new work, and the pending count holds the route until the rest is done
    }
}
