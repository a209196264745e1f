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

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import io.acscall.camel.event.EventKind;
import io.acscall.camel.health.HealthCause;
import org.apache.camel.Route;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Whether a component can take and make calls now. Says which {@link HealthCause} it is when it can't, and what mends
 * it. Keys that are missing are fetched, so that a look may take 3 s.
 */
final class ComponentHealthCheck extends AbstractHealthCheck implements AutoCloseable {

    private final AcsCallComponent component;
    private final RefusedCredentials credentials = new RefusedCredentials();
    /** In the order in which they are looked at; the text says what exactly is wrong. */
    private final Map<HealthCause, Supplier<Optional<String>>> causes = new EnumMap<>(HealthCause.class);

    private ComponentHealthCheck(AcsCallComponent component, String id) {
        super("camel", id);
        this.component = component;
        causes.put(HealthCause.CREDENTIALS_MISSING, this::missingCredentials);
        causes.put(HealthCause.CREDENTIALS_REFUSED, this::refusedCredentials);
    }

    /** The check of all that a component needs. */
    static ComponentHealthCheck ofComponent(AcsCallComponent component, String name) {
        ComponentHealthCheck check = new ComponentHealthCheck(component, name);
        check.causes.put(HealthCause.STOPPING, check::stopping);
        check.causes.put(HealthCause.WEBHOOK_CLOSED, check::closedWebhook);
        check.causes.put(HealthCause.KEYS_MISSING, check::missingKeys);
        return check;
    }

    /** The check of what its producers need. */
    static ComponentHealthCheck ofProducers(AcsCallComponent component, String name) {
        return new ComponentHealthCheck(component, "producer:" + name);
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        // from the first look on; who never looks pays nothing
        component.observers().add(credentials);
        for (Map.Entry<HealthCause, Supplier<Optional<String>>> cause : causes.entrySet()) {
            Optional<String> wrong = cause.getValue().get();
            if (wrong.isPresent()) {
                builder.detail("cause", cause.getKey().name());
                builder.message(wrong.get() + " " + cause.getKey().mend()).down();
                return;
            }
        }
        builder.up();
    }

    private Optional<String> stopping() {
        return component.isEnding() ? Optional.of(HealthCause.STOPPING.meaning()) : Optional.empty();
    }

    private Optional<String> missingCredentials() {
        if (!component.sendsActions()) {
            return Optional.empty();
        }
        try {
            component.checkCredentials();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e.getMessage() + ".");
        }
    }

    private Optional<String> refusedCredentials() {
        return credentials.at(Instant.now(component.clock()))
                ? Optional.of(HealthCause.CREDENTIALS_REFUSED.meaning()) : Optional.empty();
    }

    private Optional<String> closedWebhook() {
        return component.getCamelContext().getRoutes().stream().filter(route -> !Boolean.FALSE.equals(route.isAutoStartup()))
                .map(this::closedPathOf).filter(Objects::nonNull).findFirst();
    }

    private String closedPathOf(Route route) {
        if (!(route.getConsumer() instanceof AcsCallConsumer consumer)
                || consumer.getEndpoint().getComponent() != component) {
            return null;
        }
        EventKind source = consumer.getEndpoint().getOperation().source().orElseThrow();
        return component.webhooks().isOpen(source)
                ? null
                : "The path %s, on which the route %s gets its events, is not open."
                        .formatted(component.webhooks().path(source), route.getRouteId());
    }

    private Optional<String> missingKeys() {
        return component.webhooks().missingKeys();
    }

    @Override
    public void close() {
        component.observers().remove(credentials);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Set.of(getId()).hashCode();
    }
}
