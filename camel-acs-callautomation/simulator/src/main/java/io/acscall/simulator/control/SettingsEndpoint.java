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
import java.util.function.Supplier;

import io.acscall.simulator.http.ServiceAnswer;
import io.acscall.simulator.settings.ConnectionSettings;

/** Tells what to put into the configuration of an application. */
public final class SettingsEndpoint {

    private final Supplier<ConnectionSettings> settings;

    /**
     * @param settings asked each time, because the port is known late
     */
    public SettingsEndpoint(Supplier<ConnectionSettings> settings) {
        this.settings = settings;
    }

    /** The endpoints. */
    public List<ControlApi.Endpoint> endpoints() {
        return List.of(ControlApi.Endpoint.of("GET", "/settings", this::show));
    }

    private CompletableFuture<ServiceAnswer> show(ControlRequest request) {
        return CompletableFuture.completedFuture(ServiceAnswer.of(200, settings.get().toJson()));
    }
}
