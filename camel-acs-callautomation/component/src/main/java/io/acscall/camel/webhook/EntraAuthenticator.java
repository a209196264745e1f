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
package io.acscall.camel.webhook;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * Event Grid deliveries prove by a JWT of Microsoft Entra ID that they come from our tenant, in the name of one
 * application where one is given.
 */
public final class EntraAuthenticator extends TokenAuthenticator {

    private final EntraTrust trust;

    /**
     * Checks deliveries.
     *
     * @param trust     whose tokens are good
     * @param schedule  how keys are kept
     * @param refresher runs the fetches that are made ahead of need; the caller's to shut down
     * @param clock     the time
     */
    public EntraAuthenticator(EntraTrust trust, KeySchedule schedule, ExecutorService refresher, Clock clock) {
        super(trust.configurationUri(), schedule, refresher, clock);
        this.trust = trust;
    }

    @Override
    ClaimsCheck claims(SigningKeys keys) {
        return new ClaimsCheck(issuers(trust, keys), trust.audiences(), trust.applicationId(), SKEW, clock());
    }

    /**
     * With the documented address the issuers are the documented ones. Whoever gives another address (a sovereign
     * cloud) trusts the issuer that is named there, too.
     */
    private static Supplier<Set<String>> issuers(EntraTrust trust, SigningKeys keys) {
        Set<String> published = trust.publishedIssuers();
        return trust.ownAddress() ? () -> with(published, keys.issuer()) : () -> published;
    }

    private static Set<String> with(Set<String> published, String named) {
        if (named == null) {
            return Set.of();
        }
        Set<String> issuers = new HashSet<>(published);
        issuers.add(named);
        return issuers;
    }
}
