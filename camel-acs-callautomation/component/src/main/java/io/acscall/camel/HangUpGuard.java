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

import com.azure.core.http.HttpMethod;
import io.acscall.camel.client.PathSegment;
import io.acscall.camel.client.ServiceException;
import io.acscall.camel.client.ServiceRequest;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.util.ObjectHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a call that is still up when the exchange that took or made it is over, so that nobody is left on a dead line
 * (option {@code hangUpOn}).
 */
final class HangUpGuard extends SynchronizationAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(HangUpGuard.class);
    private static final int NOT_FOUND = 404;

    private final AcsCallEndpoint endpoint;
    private final String callConnectionId;

    private HangUpGuard(AcsCallEndpoint endpoint, String callConnectionId) {
        this.endpoint = endpoint;
        this.callConnectionId = callConnectionId;
    }

    /** Watches over the call that the answer of this step has named. */
    static void guard(AcsCallEndpoint endpoint, Exchange exchange) {
        String call = exchange.getMessage().getHeader(AcsCallConstants.CONNECTION_ID, String.class);
        if (endpoint.effectiveHangUpOn() != HangUpOn.none && call != null) {
            exchange.getExchangeExtension().addOnCompletion(new HangUpGuard(endpoint, call));
        }
    }

    @Override
    public void onComplete(Exchange exchange) {
        if (endpoint.effectiveHangUpOn() == HangUpOn.completion && !GoneToOthers.is(exchange)) {
            hangUp();
        }
    }

    @Override
    public void onFailure(Exchange exchange) {
        if (!hasEnded(exchange) && !GoneToOthers.is(exchange)) {
            hangUp();
        }
    }

    /** The exchange failed because the call ended, or never came up. */
    private boolean hasEnded(Exchange exchange) {
        AcsCallException failure = ObjectHelper.getException(AcsCallException.class, exchange.getException());
        if (failure == null || !callConnectionId.equals(failure.getCallConnectionId())) {
            return false;
        }
        return failure instanceof CallDisconnectedException
                || failure instanceof CallOperationFailedException
                        && endpoint.getOperation().name().equals(failure.getAction());
    }

    private void hangUp() {
        AcsCallComponent component = endpoint.getComponent();
        String path = "/calling/callConnections/" + PathSegment.encode(callConnectionId) + ":terminate";
        ServiceRequest request = new ServiceRequest(HttpMethod.POST, path, null, component.newRepeatability());
        StepWatch.send(component, "hangUp", request, callConnectionId)
                .whenComplete((answer, failed) -> log(failed));
    }

    private void log(Throwable failed) {
        Throwable cause = failed != null && failed.getCause() != null ? failed.getCause() : failed;
        if (cause == null) {
            LOG.info("Ended the call {}, which acs-call:{} was responsible for (hangUpOn={})", callConnectionId,
                    endpoint.getOperation(), endpoint.effectiveHangUpOn());
        } else if (!(cause instanceof ServiceException refused && refused.status() == NOT_FOUND)) {
            LOG.warn("The call {} could not be ended (hangUpOn={}); somebody may be on a dead line: {}", callConnectionId,
                    endpoint.effectiveHangUpOn(), cause.getMessage());
        }
    }
}
