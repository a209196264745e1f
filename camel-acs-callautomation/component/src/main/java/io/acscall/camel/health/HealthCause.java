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
package io.acscall.camel.health;

/**
 * Why a component is not ready, and what mends it.
 */
public enum HealthCause {

    STOPPING("The application stops; calls in flight finish.", "Nothing: take the instance out of the balancer."),
    CREDENTIALS_MISSING("A route sends actions, and the options do not say where the service is or who we are.",
                        "Set connectionString, or endpoint with accessKey, tokenCredential or credentialType=AZURE_IDENTITY."),
    CREDENTIALS_REFUSED("The service refused the last request with 401, less than a minute ago.",
                        "Compare accessKey with the keys of the resource, the endpoint with its address, and the clock of this machine with the time; a token needs a role on the resource."),
    WEBHOOK_CLOSED("A route wants events, and its path is not open on the HTTP server.",
                   "Start the route; if its start fails, the log says why (a missing immutableResourceId, eventGridSecret or HTTP server)."),
    KEYS_MISSING("The keys that sign callbacks were never fetched; callbacks are answered with 503.",
                 "Let this machine reach the address (DNS, proxy, firewall), or correct openIdConfigurationUri or eventGridOpenIdConfigurationUri.");

    private final String meaning;
    private final String mend;

    HealthCause(String meaning, String mend) {
        this.meaning = meaning;
        this.mend = mend;
    }

    /** {@return what is wrong} */
    public String meaning() {
        return meaning;
    }

    /** {@return what to do} */
    public String mend() {
        return mend;
    }
}
