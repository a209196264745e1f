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
import java.util.ArrayList;
import java.util.List;

import io.acscall.camel.client.SecureTransport;
import io.acscall.camel.doctor.Check;
import io.acscall.camel.doctor.Finding;
import io.acscall.camel.webhook.EntraTrust;
import io.acscall.camel.webhook.ImmutableResourceId;

/**
 * Looks at the options themselves, before anything is sent.
 */
final class SettingsCheck implements Check {

    private static final String ABOUT = "settings";

    private final AcsCallConfiguration configuration;
    private final ServiceAccess service;
    private final List<Finding> unset;

    /**
     * @param unset what could not be set
     */
    SettingsCheck(AcsCallConfiguration configuration, ServiceAccess service, List<Finding> unset) {
        this.configuration = configuration;
        this.service = service;
        this.unset = unset;
    }

    @Override
    public List<Finding> examine() {
        List<Finding> found = new ArrayList<>(unset);
        attempt(found, "Set or correct what is named", service::check);
        attempt(found,
                "Set callbackBaseUri to the address that the service reaches this application at, for example https://app.example.com",
                () -> baseUri(configuration));
        if (configuration.getCallbackAuth() == CallbackAuth.none) {
            found.add(
                    Finding.doubt(ABOUT, "callbackAuth=none: everybody who reaches the callback path is taken for the service",
                            "Take it out and set immutableResourceId"));
        } else {
            attempt(found, "Set immutableResourceId",
                    () -> ImmutableResourceId.checkAll(configuration.getImmutableResourceId()));
        }
        eventGrid(found);
        if (found.isEmpty()) {
            found.add(Finding.ok(ABOUT, "The options of the component are complete and have their form"));
        }
        return found;
    }

    private void eventGrid(List<Finding> found) {
        switch (configuration.getEventGridAuth()) {
            case none -> found.add(Finding.doubt(ABOUT,
                    "eventGridAuth=none: everybody who reaches the Event Grid path can make incoming calls",
                    "Take it out and set eventGridSecret"));
            case entra -> attempt(found, "Set the options of eventGridAuth=entra", () -> trust(configuration));
            case secret -> {
                if (!takesEventGrid(configuration)) {
                    found.add(Finding.unproved(ABOUT, "eventGridSecret is not set, so incoming calls were not looked at",
                            "Set it if there are routes from acs-call:incomingCall, recordingFile or eventGrid; they do not start without"));
                }
            }
        }
    }

    /** Whether a consumer of Event Grid would start. */
    static boolean takesEventGrid(AcsCallConfiguration configuration) {
        String secret = configuration.getEventGridSecret();
        return configuration.getEventGridAuth() != EventGridAuth.secret || secret != null && !secret.isBlank();
    }

    static EntraTrust trust(AcsCallConfiguration configuration) {
        return EntraTrust.of(configuration.getTenantId(), configuration.getAudience(), configuration.getApplicationId(),
                configuration.getEventGridOpenIdConfigurationUri());
    }

    /**
     * The public address.
     *
     * @throws IllegalArgumentException when it is missing or no address
     * @throws IllegalStateException    when it is plain http beyond this machine
     */
    static URI baseUri(AcsCallConfiguration configuration) {
        String base = configuration.getCallbackBaseUri();
        if (base == null || base.isBlank()) {
            throw new IllegalArgumentException(
                    "Option 'callbackBaseUri' is missing: the service does not know where to send events");
        }
        URI address = URI.create(base.strip());
        if (address.getHost() == null) {
            throw new IllegalArgumentException("Option 'callbackBaseUri' has no scheme and host");
        }
        SecureTransport.check(address);
        return address;
    }

    private static void attempt(List<Finding> found, String mend, Runnable step) {
        try {
            step.run();
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException e) {
            found.add(Finding.fault(ABOUT, e.getMessage(), mend));
        }
    }
}
