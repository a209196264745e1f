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

import io.acscall.camel.console.CallActivity;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.WritableHealthCheckRepository;

/**
 * Those who watch a component by themselves: meters where there is a Micrometer registry, the dev console where it is
 * switched on, and health checks.
 */
final class Watchers {

    private static final String MICROMETER = "io.micrometer.core.instrument.MeterRegistry";

    private final AcsCallComponent component;
    private boolean started;
    private MeterLink meters;
    private CallActivity activity;
    private ComponentHealthCheck health;
    private ComponentHealthCheck producers;

    Watchers(AcsCallComponent component) {
        this.component = component;
    }

    synchronized void start() {
        if (started) {
            return;
        }
        started = true;
        CamelContext context = component.getCamelContext();
        if (context.isDevConsole()) {
            activity = new CallActivity();
            component.observers().add(activity);
        }
        addHealthChecks(context);
        if (context.getClassResolver().resolveClass(MICROMETER) != null) {
            tieMeters();
            // a registry may be made by a service that starts later
            addWhenContextIsUp(context);
        }
    }

    private void addWhenContextIsUp(CamelContext context) {
        try {
            context.addStartupListener((started, already) -> tieMeters());
        } catch (Exception e) {
            throw new IllegalStateException("Camel takes no listener for its start", e);
        }
    }

    private synchronized void tieMeters() {
        if (started && meters == null) {
            meters = MeterLink.tie(component, name()).orElse(null);
        }
    }

    private void addHealthChecks(CamelContext context) {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        if (registry != null) {
            health = ComponentHealthCheck.ofComponent(component, name());
            registry.register(health);
        }
        WritableHealthCheckRepository repository = producerChecks(context);
        if (repository != null) {
            producers = ComponentHealthCheck.ofProducers(component, name());
            repository.addHealthCheck(producers);
        }
    }

    private static WritableHealthCheckRepository producerChecks(CamelContext context) {
        return HealthCheckHelper.getHealthCheckRepository(context, "producers", WritableHealthCheckRepository.class);
    }

    synchronized void stop() {
        started = false;
        if (meters != null) {
            meters.close();
            meters = null;
        }
        if (activity != null) {
            component.observers().remove(activity);
            activity = null;
        }
        removeHealthChecks(component.getCamelContext());
    }

    private void removeHealthChecks(CamelContext context) {
        if (health != null) {
            HealthCheckRegistry.get(context).unregister(health);
            health.close();
            health = null;
        }
        if (producers != null) {
            producerChecks(context).removeHealthCheck(producers);
            producers.close();
            producers = null;
        }
    }

    /** What the dev console shows; empty when it is off. */
    synchronized Optional<CallActivity> activity() {
        return Optional.ofNullable(activity);
    }

    /** The name of the component in its context. */
    private String name() {
        CamelContext context = component.getCamelContext();
        return context.getComponentNames().stream().filter(name -> context.hasComponent(name) == component).findFirst()
                .orElse("acs-call");
    }
}
