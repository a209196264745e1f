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

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.OutageTolerantJWKSetSource;
import com.nimbusds.jose.jwk.source.OutageTolerantJWKSetSource.OutageEvent;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.jwk.source.RateLimitedJWKSetSource;
import com.nimbusds.jose.jwk.source.RefreshAheadCachingJWKSetSource;
import com.nimbusds.jose.jwk.source.RetryingJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An issuer's keys, fetched when they are first needed, kept, and fetched again ahead of their end or when a token
 * names a key that is not among them.
 *
 * <p>
 * The sources stand in another order than Nimbus' own builder puts them: patience in an outage is outside the rate
 * limit. Inside it, strangers who send unknown key ids while the key server is down could use up the limit, and then
 * good tokens would be refused as soon as the kept keys are due.
 */
final class SigningKeys implements JWKSource<SecurityContext>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    /** Key sets with certificates in them are some 20 KB. */
    private static final int LARGEST_DOCUMENT = 100 * 1024;

    /** Not oftener than this are keys fetched for nobody's token: tokens have their share of the fetches, too. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofSeconds(3);

    private final URI configurationUri;
    private final ExecutorService refresher;
    private final Clock clock;
    private final PublishedKeys published;
    private final JWKSetBasedJWKSource<SecurityContext> source;
    private final AtomicReference<Instant> looked = new AtomicReference<>(Instant.MIN);
    private volatile String failure = "they are being fetched now";

    SigningKeys(URI configurationUri, KeySchedule schedule, ExecutorService refresher, Clock clock) {
        this.configurationUri = configurationUri;
        this.refresher = refresher;
        this.clock = clock;
        int timeout = Math.toIntExact(schedule.readTimeout().toMillis());
        this.published = new PublishedKeys(
                configurationUri, new DefaultResourceRetriever(timeout, timeout, LARGEST_DOCUMENT));
        JWKSetSource<SecurityContext> limited = new LimitAsOutage(
                new RateLimitedJWKSetSource<>(
                        new RetryingJWKSetSource<>(published, null), schedule.minInterval().toMillis(), null));
        JWKSetSource<SecurityContext> patient = new OutageTolerantJWKSetSource<>(
                limited, schedule.outage().toMillis(),
                event -> {
                    if (event instanceof OutageEvent<SecurityContext> outage) {
                        warn(configurationUri, outage);
                    }
                });
        JWKSetSource<SecurityContext> kept = new RefreshAheadCachingJWKSetSource<>(
                patient, schedule.timeToLive().toMillis(), schedule.refreshTimeout().toMillis(),
                schedule.refreshAhead().toMillis(), refresher, false, null, null, false);
        this.source = new JWKSetBasedJWKSource<>(new Clocked(kept, clock));
    }

    /** What the OpenID configuration says its issuer is; {@code null} before the first fetch. */
    String issuer() {
        return published.issuer();
    }

    /**
     * Why there are no keys, empty when there are some. Fetches them, seldom, which may take seconds.
     */
    Optional<String> missing() {
        if (issuer() != null) {
            return Optional.empty();
        }
        Instant now = Instant.now(clock);
        Instant last = looked.get();
        if (now.minus(LOOK_AGAIN).isAfter(last) && looked.compareAndSet(last, now)) {
            look();
        }
        return issuer() != null
                ? Optional.empty() : Optional.of("The keys of " + configurationUri + " are missing: " + failure + ".");
    }

    /** Waits for the fetch, but not longer than whoever looks has patience. */
    private void look() {
        try {
            refresher.submit(this::fetch).get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            LOG.debug("The keys of {} are still being fetched", configurationUri);
        } catch (ExecutionException | RejectedExecutionException e) {
            failure = String.valueOf(e.getMessage());
        }
    }

    private void fetch() {
        try {
            source.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
        } catch (KeySourceException e) {
            failure = String.valueOf(e.getMessage());
        }
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
        return source.get(selector, context);
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            LOG.debug("Could not close the key source", e);
        }
    }

    private static void warn(URI configurationUri, OutageEvent<SecurityContext> outage) {
        Exception reason = outage.getException();
        if (!(reason.getCause() instanceof RateLimitReachedException)) {
            LOG.warn("The keys of {} could not be fetched again ({}); the known ones are used for up to {}", configurationUri,
                    reason.getMessage(), Duration.ofMillis(outage.getRemainingTime()));
        }
    }

    /**
     * Reports a reached limit as what it amounts to: no newer keys can be had now. Only that is bridged with known
     * ones.
     */
    private static final class LimitAsOutage extends JWKSetSourceWrapper<SecurityContext> {

        LimitAsOutage(JWKSetSource<SecurityContext> source) {
            super(source);
        }

        @Override
        public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long currentTime, SecurityContext context)
                throws KeySourceException {
            try {
                return getSource().getJWKSet(evaluator, currentTime, context);
            } catch (RateLimitReachedException e) {
                throw new JWKSetUnavailableException("The keys were fetched a moment ago", e);
            }
        }
    }

    /** Gives the time of our clock to the sources below, which take the time they are told. */
    private static final class Clocked extends JWKSetSourceWrapper<SecurityContext> {

        private final Clock clock;

        Clocked(JWKSetSource<SecurityContext> source, Clock clock) {
            super(source);
            this.clock = clock;
        }

        @Override
        public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long currentTime, SecurityContext context)
                throws KeySourceException {
            return getSource().getJWKSet(evaluator, clock.millis(), context);
        }
    }
}
