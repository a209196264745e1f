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
package io.acscall.camel.client;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.util.Context;

/**
 * One call of the client with all its tries, as the policies of the pipeline see it. The tries follow each other, so
 * the fields are only handed from thread to thread.
 */
final class ServiceCall {

    private static final String KEY = ServiceCall.class.getName();
    private static final int REQUEST_TIMEOUT = 408;
    private static final int SERVER_ERROR = 500;

    private final ServiceRequest request;
    private final String clientRequestId;
    private volatile int tries;
    private volatile boolean inDoubt;

    ServiceCall(ServiceRequest request, String clientRequestId) {
        this.request = request;
        this.clientRequestId = clientRequestId;
    }

    static ServiceCall of(HttpPipelineCallContext context) {
        return (ServiceCall) context.getData(KEY).orElseThrow();
    }

    Context asContext() {
        return new Context(KEY, this);
    }

    ServiceRequest request() {
        return request;
    }

    String clientRequestId() {
        return clientRequestId;
    }

    int tries() {
        return tries;
    }

    void beginTry() {
        tries = tries + 1;
    }

    /**
     * Whether a try before the last one may have taken effect.
     */
    boolean inDoubt() {
        return inDoubt;
    }

    /** Keeps what a try that is followed by another one leaves behind. */
    void giveUpTry(TryResult result) {
        boolean unsettled = result.failed()
                ? result.failure().delivery() == Delivery.UNKNOWN
                : result.status() == REQUEST_TIMEOUT || result.status() >= SERVER_ERROR && result.turnedAwayUntil() == null;
        inDoubt = inDoubt || unsettled;
    }

    /**
     * Whether an answer leaves open what became of an earlier try in doubt, because it was given before the operation
     * was looked at.
     */
    boolean staysInDoubt(int status) {
        return inDoubt && switch (status) {
            case 401, 403, 407, 408, 429 -> true;
            default -> status >= SERVER_ERROR;
        };
    }
}
