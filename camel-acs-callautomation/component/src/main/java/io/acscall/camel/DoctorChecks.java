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

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import io.acscall.camel.doctor.BeyondReach;
import io.acscall.camel.doctor.CertificateCheck;
import io.acscall.camel.doctor.Check;
import io.acscall.camel.doctor.ClockCheck;
import io.acscall.camel.doctor.CredentialsCheck;
import io.acscall.camel.doctor.HandshakeCheck;
import io.acscall.camel.doctor.KeysCheck;
import io.acscall.camel.doctor.Knock;
import io.acscall.camel.doctor.PublicPath;
import io.acscall.camel.doctor.RoundTripCheck;

/**
 * Which checks there are for the options of a component.
 */
final class DoctorChecks {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PATIENCE_OF_THE_CLIENT = Duration.ofSeconds(30);

    private final AcsCallConfiguration configuration;
    private final ServiceAccess service;
    private final KeyStore trust;
    private final Clock clock;
    private final Knock knock;
    private final Supplier<String> nonces = () -> UUID.randomUUID().toString();

    /**
     * @param trust the authorities of certificates; {@code null} for Java's own
     */
    DoctorChecks(AcsCallConfiguration configuration, ServiceAccess service, KeyStore trust, Clock clock) {
        this.configuration = configuration;
        this.service = service;
        this.trust = trust;
        this.clock = clock;
        this.knock = new Knock(PATIENCE, tls(trust));
    }

    /** What is looked at beside the options themselves, in order. */
    List<Check> all() {
        List<Check> checks = new ArrayList<>();
        if (holds(() -> SettingsCheck.baseUri(configuration))) {
            addressChecks(checks);
        }
        if (configuration.getCallbackAuth() == CallbackAuth.jwt) {
            checks.add(new KeysCheck("openIdConfigurationUri", configuration.getOpenIdConfigurationUri(), PATIENCE));
        }
        if (configuration.getEventGridAuth() == EventGridAuth.entra && holds(() -> SettingsCheck.trust(configuration))) {
            checks.add(new KeysCheck(
                    "eventGridOpenIdConfigurationUri",
                    SettingsCheck.trust(configuration).configurationUri().toString(), PATIENCE));
        }
        if (holds(service::check)) {
            checks.add(new CredentialsCheck(service.client(), nonces, PATIENCE_OF_THE_CLIENT));
            checks.add(new ClockCheck(List.of(URI.create(service.endpoint())), knock, clock));
        }
        checks.add(BeyondReach::findings);
        return checks;
    }

    private void addressChecks(List<Check> checks) {
        PublicAddress address = new PublicAddress(configuration);
        String secret = configuration.getCallbackSecret();
        PublicPath callbacks = new PublicPath(
                "callbacks", URI.create(address.callbacks()),
                secret == null ? "" : "/" + secret, "callbackPath");
        checks.add(new CertificateCheck(callbacks.address(), trust, PATIENCE, clock));
        checks.add(roundTrip(callbacks));
        if (SettingsCheck.takesEventGrid(configuration)) {
            PublicPath eventGrid = new PublicPath("event grid", URI.create(address.eventGrid()), "", "eventGridPath");
            checks.add(roundTrip(eventGrid));
            checks.add(handshake(eventGrid));
        }
    }

    private Check roundTrip(PublicPath path) {
        return new RoundTripCheck(path, ProbeKey.seal(configuration).orElse(null), knock, clock, nonces);
    }

    private Check handshake(PublicPath path) {
        return switch (configuration.getEventGridAuth()) {
            case entra -> BeyondReach::handshakeWithAToken;
            case none -> new HandshakeCheck(path, null, knock, nonces);
            case secret -> new HandshakeCheck(path, configuration.getEventGridSecret().split(",")[0].strip(), knock, nonces);
        };
    }

    /** What does not hold is a finding of the settings already. */
    private static boolean holds(Runnable condition) {
        try {
            condition.run();
            return true;
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException e) {
            return false;
        }
    }

    private static SSLContext tls(KeyStore trust) {
        try {
            if (trust == null) {
                return SSLContext.getDefault();
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trust);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has no TLS, or its truststore can't be read", e);
        }
    }
}
