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

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.acscall.camel.event.EventKind;
import io.acscall.camel.lint.LintRule;
import io.acscall.camel.lint.StepPlace;
import io.acscall.camel.webhook.Acknowledgement;
import io.acscall.camel.webhook.CallbackAuthenticator;
import io.acscall.camel.webhook.CallbackDoor;
import io.acscall.camel.webhook.CallbackSecret;
import io.acscall.camel.webhook.Door;
import io.acscall.camel.webhook.EntraAuthenticator;
import io.acscall.camel.webhook.EntraTrust;
import io.acscall.camel.webhook.EventGridDoor;
import io.acscall.camel.webhook.EventSink;
import io.acscall.camel.webhook.ImmutableResourceId;
import io.acscall.camel.webhook.KeySchedule;
import io.acscall.camel.webhook.OpenAuthenticator;
import io.acscall.camel.webhook.ProbedDoor;
import io.acscall.camel.webhook.RefusalCounts;
import io.acscall.camel.webhook.RequestAuthenticator;
import io.acscall.camel.webhook.SharedSecretAuthenticator;
import io.acscall.camel.webhook.WebhookPath;
import org.apache.camel.CamelContext;

/**
 * The two paths of a component and what protects them.
 */
final class Webhooks {

    private final AcsCallComponent component;
    private final CallbackSecret callbackSecret;
    private final RefusalCounts refusals;
    private final Acknowledgement acknowledgement;
    private final Map<EventKind, WebhookPath> paths;
    /** What protects a path, the newest of each; no more than there are paths. */
    private final Map<String, RequestAuthenticator> authenticators = new ConcurrentHashMap<>();

    Webhooks(AcsCallComponent component, EventSink sink, RefusalCounts refusals) {
        this.component = component;
        this.refusals = refusals;
        CamelContext context = component.getCamelContext();
        AcsCallConfiguration configuration = component.getConfiguration();
        this.callbackSecret = configuration.getCallbackSecret() == null
                ? null : CallbackSecret.of(configuration.getCallbackSecret());
        this.acknowledgement = acknowledgement(configuration);
        this.paths = Map.of(
                EventKind.CALLBACK,
                new WebhookPath(
                        context, configuration.getCallbackPath(), callbackSecret != null,
                        () -> probed(new CallbackDoor(
                                known(configuration.getCallbackPath(), callbackAuthenticator(configuration.getCallbackPath())),
                                sink, acknowledgement, refusals,
                                configuration.getMaxBodySize(),
                                callbackSecret))),
                EventKind.EVENT_GRID,
                new WebhookPath(
                        context, configuration.getEventGridPath(), false,
                        () -> probed(new EventGridDoor(
                                known(configuration.getEventGridPath(), eventGridAuthenticator()), sink, acknowledgement,
                                refusals, configuration.getMaxBodySize()))));
    }

    /** The doctor is answered in front of the door. */
    private Door probed(Door door) {
        return ProbeKey.seal(component.getConfiguration()).<Door> map(seal -> new ProbedDoor(door, seal, component.clock()))
                .orElse(door);
    }

    private static Acknowledgement acknowledgement(AcsCallConfiguration configuration) {
        return configuration.getAckMode() == AckMode.received
                ? Acknowledgement.received()
                : Acknowledgement.completed(configuration.getAckTimeout(), configuration.getMaxHeldRequests());
    }

    /** To be called while routes are set up. */
    void prepare(EventKind source) {
        paths.get(source).prepare();
    }

    /** Opens the path of a source for one more consumer or awaiting producer. */
    void open(EventKind source) throws Exception {
        WebhookPath path = paths.get(source);
        refuseShared(path);
        path.open();
    }

    void close(EventKind source) {
        paths.get(source).close();
    }

    private Optional<WebhookPath> openAndCollidingWith(WebhookPath path) {
        return paths.values().stream().filter(one -> one != path && one.isOpen() && one.collidesWith(path)).findFirst();
    }

    private RequestAuthenticator known(String path, RequestAuthenticator authenticator) {
        authenticators.put(path, authenticator);
        return authenticator;
    }

    boolean isOpen(EventKind source) {
        return paths.get(source).isOpen();
    }

    String path(EventKind source) {
        return paths.get(source).path();
    }

    /**
     * Why tokens can't be checked on a path that is open, empty when they can; fetches keys that are missing.
     */
    Optional<String> missingKeys() {
        return paths.values().stream().filter(WebhookPath::isOpen).map(path -> authenticators.get(path.path()))
                .flatMap(authenticator -> authenticator.missingKeys().stream()).findFirst();
    }

    /** When senders get their answers. */
    Acknowledgement acknowledgement() {
        return acknowledgement;
    }

    RefusalCounts refusals() {
        return refusals;
    }

    /**
     * Two resources on one path could not tell their events apart, and which one gets them depends on the HTTP server.
     */
    private void refuseShared(WebhookPath path) {
        CamelContext context = component.getCamelContext();
        for (String name : context.getComponentNames()) {
            if (context.hasComponent(name) instanceof AcsCallComponent other && other.webhooks() != null) {
                other.webhooks().openAndCollidingWith(path).ifPresent(used -> {
                    throw new IllegalArgumentException(shared(path, used, name));
                });
            }
        }
    }

    private static String shared(WebhookPath path, WebhookPath used, String name) {
        String example = "Give each its own, for example callbackPath=/second/events and eventGridPath=/second/event-grid";
        return path.path().equals(used.path())
                ? "The path %s is used by the component '%s' already. %s".formatted(path.path(), name, example)
                : "The paths %s and %s (of the component '%s') can't be told apart: with callbackSecret a callbackPath takes all "
                        .formatted(path.path(), used.path(), name)
                  + "that begins like it. " + example;
    }

    /** Checks the token with which the service signs callbacks and the handshakes of its WebSockets alike. */
    RequestAuthenticator callbackAuthenticator(String path) {
        AcsCallConfiguration configuration = component.getConfiguration();
        if (configuration.getCallbackAuth() == CallbackAuth.none) {
            warnOfOpenDoor(LintRule.CALLBACK_AUTH_OFF, path);
            return new OpenAuthenticator();
        }
        Set<String> audiences = ImmutableResourceId.checkAll(configuration.getImmutableResourceId());
        return new CallbackAuthenticator(
                audiences, configuration.getOpenIdConfigurationUri(), KeySchedule.standard(), component.keyRefresher(),
                component.clock());
    }

    /** Not said again when the lint has named the route that needs the path. */
    private void warnOfOpenDoor(LintRule rule, String path) {
        component.findings().warnOnce(rule, StepPlace.outsideOfRoutes("acs-call"), path);
    }

    private RequestAuthenticator eventGridAuthenticator() {
        AcsCallConfiguration configuration = component.getConfiguration();
        if (configuration.getEventGridAuth() == EventGridAuth.none) {
            warnOfOpenDoor(LintRule.EVENT_GRID_AUTH_OFF, configuration.getEventGridPath());
            return new OpenAuthenticator();
        }
        return configuration.getEventGridAuth() == EventGridAuth.entra ? entra(configuration) : secret(configuration);
    }

    private RequestAuthenticator entra(AcsCallConfiguration configuration) {
        EntraTrust trust = EntraTrust.of(
                configuration.getTenantId(), configuration.getAudience(), configuration.getApplicationId(),
                configuration.getEventGridOpenIdConfigurationUri());
        return new EntraAuthenticator(trust, KeySchedule.standard(), component.keyRefresher(), component.clock());
    }

    private static RequestAuthenticator secret(AcsCallConfiguration configuration) {
        String secrets = configuration.getEventGridSecret();
        if (secrets == null || secrets.isBlank()) {
            throw new IllegalArgumentException(
                    "Option 'eventGridSecret' is missing: Event Grid deliveries must carry a shared secret. Set it to a long random "
                                               + "text, and give the address of the subscription the query ?secret=… with the same text");
        }
        List<String> accepted
                = Arrays.stream(secrets.split(",")).map(String::trim).filter(secret -> !secret.isEmpty()).toList();
        return new SharedSecretAuthenticator(accepted);
    }
}
