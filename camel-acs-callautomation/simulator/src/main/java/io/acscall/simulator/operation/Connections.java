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
package io.acscall.simulator.operation;

import java.util.function.BiConsumer;
import java.util.function.BiFunction;

import io.acscall.simulator.call.AppLeg;
import io.acscall.simulator.call.Call;
import io.acscall.simulator.call.Calls;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.rest.OperationRequest;

/**
 * Finds the call connection that the path of a request names, and does something with it under the lock of its call.
 */
final class Connections {

    /** The name of the path parameter. */
    static final String PARAMETER = "callConnectionId";

    private final Calls calls;

    Connections(Calls calls) {
        this.calls = calls;
    }

    /**
     * @throws ServiceFault 404/8522 when there is no such connection, or its call is over
     */
    <T> T with(OperationRequest request, BiFunction<Call, AppLeg, T> work) {
        String id = request.parameter(PARAMETER);
        Call call = calls.byConnection(id).orElseThrow(ServiceFault::callNotFound);
        request.about(call);
        return call.locked(() -> work.apply(call, call.leg(id).orElseThrow(ServiceFault::callNotFound)));
    }

    /**
     * As {@link #with}, without a result.
     */
    void change(OperationRequest request, BiConsumer<Call, AppLeg> work) {
        with(request, (call, leg) -> {
            work.accept(call, leg);
            return null;
        });
    }
}
