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

import io.acscall.camel.action.CallAction;
import io.acscall.camel.action.DownloadRecording;
import io.acscall.camel.event.EventKind;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/**
 * Sends an action for each exchange, and lets it go on when the answer, or with {@code awaitEvent} the ending event, is
 * there. Holds no thread meanwhile.
 */
public class AcsCallProducer extends DefaultAsyncProducer {

    private final CallAction action;

    AcsCallProducer(AcsCallEndpoint endpoint, CallAction action) {
        super(endpoint);
        this.action = action;
    }

    @Override
    public AcsCallEndpoint getEndpoint() {
        return (AcsCallEndpoint) super.getEndpoint();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        if (getEndpoint().isAwaitEvent()) {
            getEndpoint().getComponent().webhooks().prepare(EventKind.CALLBACK);
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        getEndpoint().getComponent().checkCredentials();
        if (EndpointRules.leavesOpenWhoIsRung(getEndpoint())) {
            getEndpoint().getComponent().warnOfOpenTargets(getEndpoint().getOperation());
        }
        if (getEndpoint().isAwaitEvent()) {
            getEndpoint().getComponent().webhooks().open(EventKind.CALLBACK);
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (getEndpoint().isAwaitEvent()) {
            getEndpoint().getComponent().webhooks().close(EventKind.CALLBACK);
        }
        super.doStop();
    }

    /**
     * The first action makes the client of the service, which takes some tenths of a second: on a thread of ours, as
     * the caller's may be a network thread. A transaction stays on its thread, which waits anyway.
     */
    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        AcsCallComponent component = getEndpoint().getComponent();
        if (component.isReadyToSend() || exchange.isTransacted()) {
            return act(exchange, callback, true);
        }
        component.completionsOf(exchange).execute(() -> act(exchange, callback, false));
        return false;
    }

    /** {@return whether the exchange has gone on already, on the thread that called} */
    private boolean act(Exchange exchange, AsyncCallback callback, boolean sync) {
        try {
            if (action instanceof DownloadRecording download) {
                new DownloadStep(getEndpoint(), download, exchange, callback).start();
            } else {
                new CallStep(getEndpoint(), action, exchange, callback).start();
            }
            return false;
        } catch (IOException | LinkageError e) {
            // a library that is missing shows here first, maybe on a thread of ours, and the exchange must go on
            exchange.setException(e);
        } catch (RuntimeException e) {
            exchange.setException(StepResults.asCallException(action.name(), exchange, e));
        }
        callback.done(sync);
        return sync;
    }
}
