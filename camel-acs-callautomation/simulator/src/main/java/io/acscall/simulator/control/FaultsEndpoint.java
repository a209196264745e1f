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
package io.acscall.simulator.control;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.acscall.simulator.fault.Faults;
import io.acscall.simulator.http.ServiceAnswer;
import io.acscall.simulator.http.ServiceFault;

/** Has things go wrong on purpose, and shows what does. The body is that of {@link Faults#set}. */
public final class FaultsEndpoint {

    private final Faults faults;

    public FaultsEndpoint(Faults faults) {
        this.faults = faults;
    }

    /** The endpoints. */
    public List<ControlApi.Endpoint> endpoints() {
        return List.of(ControlApi.Endpoint.of("PUT", "/faults", this::set),
                ControlApi.Endpoint.of("GET", "/faults", this::show),
                ControlApi.Endpoint.of("GET", "/faults/choices", this::choices));
    }

    private CompletableFuture<ServiceAnswer> set(ControlRequest request) {
        try {
            return faults.set(request.body()).thenApply(done -> ServiceAnswer.of(200, faults.toJson()));
        } catch (IllegalArgumentException e) {
            throw ServiceFault.of(400, "8523", e.getMessage());
        }
    }

    private CompletableFuture<ServiceAnswer> show(ControlRequest request) {
        return CompletableFuture.completedFuture(ServiceAnswer.of(200, faults.toJson()));
    }

    private CompletableFuture<ServiceAnswer> choices(ControlRequest request) {
        return CompletableFuture.completedFuture(ServiceAnswer.of(200, faults.choices()));
    }
}
