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
package io.acscall.camel.doctor;

import java.io.IOException;
import java.net.URI;
import java.security.KeyStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import javax.net.ssl.SSLException;

/**
 * Looks at the certificate of the public address: time, authority and name.
 */
public final class CertificateCheck implements Check {

    private static final String ABOUT = "certificate";
    private static final int HTTPS = 443;
    private static final int DAYS_LEFT = 21;

    private final URI address;
    private final KeyStore trust;
    private final Duration timeout;
    private final Clock clock;

    /**
     * Looks at one address.
     *
     * @param address any below the public one; nothing is looked at when it is not https
     * @param trust   the authorities; {@code null} for Java's own
     * @param timeout to connect and to read, each
     * @param clock   the time
     */
    public CertificateCheck(URI address, KeyStore trust, Duration timeout, Clock clock) {
        this.address = address;
        this.trust = trust;
        this.timeout = timeout;
        this.clock = clock;
    }

    @Override
    public List<Finding> examine() {
        if (!"https".equalsIgnoreCase(address.getScheme())) {
            return List.of();
        }
        int port = address.getPort() < 0 ? HTTPS : address.getPort();
        try {
            return List.of(judged(TlsLook.at(bare(address.getHost()), port, trust, timeout)));
        } catch (SSLException e) {
            return List.of(Finding.fault(ABOUT, "There is no TLS at " + where() + ", or none that both know",
                    "Serve TLS 1.2 or 1.3 there, with a certificate of a public authority, and ask for none of the client"));
        } catch (IOException e) {
            return List.of(Finding.unproved(ABOUT, "The certificate was not seen: no direct connection to " + where(),
                    "Run the doctor on a machine that reaches the address without a proxy"));
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private String where() {
        return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    private Finding judged(TlsLook seen) {
        X509Certificate own = seen.chain().get(0);
        Optional<Finding> bad = outOfTime(seen.chain());
        if (bad.isPresent()) {
            return bad.get();
        }
        if (!seen.trusted()) {
            return untrusted(seen.chain());
        }
        return seen.named() ? inOrder(own) : misnamed(own);
    }

    private Optional<Finding> outOfTime(List<X509Certificate> chain) {
        Instant now = clock.instant();
        return chain.stream().map(one -> {
            String name = one == chain.get(0) ? "The certificate of " + where() : "A certificate above that of " + where();
            if (now.isAfter(one.getNotAfter().toInstant())) {
                return Finding.fault(ABOUT, name + " expired on " + one.getNotAfter().toInstant(),
                        "Renew it, and let the server or proxy load the new one");
            }
            return now.isBefore(one.getNotBefore().toInstant())
                    ? Finding.fault(ABOUT, name + " is good from " + one.getNotBefore().toInstant() + " only",
                            "Look at this machine's clock, or wait")
                    : null;
        }).filter(Objects::nonNull).findFirst();
    }

    private Finding untrusted(List<X509Certificate> chain) {
        X509Certificate own = chain.get(0);
        if (own.getSubjectX500Principal().equals(own.getIssuerX500Principal())) {
            return Finding.fault(ABOUT, "The certificate of " + where() + " is self-signed: the service will not trust it",
                    "Get one from a public authority");
        }
        String issuer = chain.get(chain.size() - 1).getIssuerX500Principal().getName();
        return Finding.fault(ABOUT,
                "Nobody whom Java trusts vouches for the certificate of " + where() + " (issuer: " + issuer + ")",
                chain.size() == 1
                        ? "Let the server send the certificates between its own and the authority's, too (the full chain)"
                        : "Get one from a public authority");
    }

    private Finding misnamed(X509Certificate own) {
        return Finding.fault(ABOUT, "The certificate of " + where() + " is for other names: " + names(own),
                "Get one for " + address.getHost() + ", or set callbackBaseUri to a name that it is for");
    }

    private static String names(X509Certificate own) {
        try {
            return own.getSubjectAlternativeNames() == null
                    ? own.getSubjectX500Principal().getName()
                    : String.join(", ",
                            own.getSubjectAlternativeNames().stream().map(name -> String.valueOf(name.get(1))).toList());
        } catch (CertificateParsingException e) {
            return own.getSubjectX500Principal().getName();
        }
    }

    private Finding inOrder(X509Certificate own) {
        Instant end = own.getNotAfter().toInstant();
        long days = Duration.between(clock.instant(), end).toDays();
        String text = "The certificate of " + where() + " is trusted by Java, for this name, and good until " + end + " ("
                      + days + " days)";
        return days < DAYS_LEFT
                ? Finding.doubt(ABOUT, text, "Renew it now; a renewal by itself should have happened by now")
                : Finding.ok(ABOUT, text);
    }
}
