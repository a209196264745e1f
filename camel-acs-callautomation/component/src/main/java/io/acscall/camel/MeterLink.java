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

import io.acscall.camel.metrics.CallMeters;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;

/**
 * Ties a component to the Micrometer registry of its context. To be touched only where Micrometer is on the class path.
 */
record MeterLink(AcsCallComponent component, CallMeters meters) implements AutoCloseable {

    /** The name under which Camel's own metrics look for the registry. */
    private static final String REGISTRY_NAME = "metricsRegistry";

    /** Ties it; empty when the context has no registry, or several and none of Camel's name. */
    static Optional<MeterLink> tie(AcsCallComponent component, String name) {
        return registry(component.getCamelContext()).map(registry -> {
            MeterLink link = new MeterLink(component, new CallMeters(registry, name));
            component.observers().add(link.meters());
            component.readings().show(link.meters());
            return link;
        });
    }

    private static Optional<MeterRegistry> registry(CamelContext context) {
        Registry beans = context.getRegistry();
        MeterRegistry named = beans.lookupByNameAndType(REGISTRY_NAME, MeterRegistry.class);
        return Optional.ofNullable(named != null ? named : beans.findSingleByType(MeterRegistry.class));
    }

    @Override
    public void close() {
        component.observers().remove(meters);
        component.readings().hide(meters);
        meters.close();
    }
}
