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
package io.acscall.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import io.acscall.simulator.callback.Spread;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.settings.SimulatorSettings;
import io.acscall.simulator.time.TimeMode;
import io.acscall.simulator.tls.TlsIdentity;

/** Sets a simulator up. Every setting has a default that suits tests. */
public final class AcsSimulatorBuilder {

    private static final int HIGHEST_PORT = 65_535;
    private static final Duration LONGEST_REUSE = Duration.ofSeconds(60);

    private int port;
    private boolean strict;
    private Duration ringTime = Duration.ofSeconds(30);
    private Duration noAnswerAfter = Duration.ofSeconds(120);
    private Duration playTime = Duration.ofMillis(50);
    private int speechRate = 1000;
    private Duration maxSilence = Duration.ofMillis(300);
    private Duration callbackTimeout = Duration.ofSeconds(30);
    private Duration eventGridRetry = Duration.ofSeconds(10);
    private int maxCalls = 20_000;
    private int timelineEntries = 5_000;
    private int participantPage = 1_000;
    private final Set<String> ownNumbers = new LinkedHashSet<>();
    private String issuer;
    private int reconnects = 3;
    private Duration reconnectDelay = Duration.ofMillis(200);
    private TimeMode time = TimeMode.REAL;
    private Duration tokenReuse = Duration.ZERO;
    private final List<Spread> spreads = new ArrayList<>();
    private Supplier<TlsIdentity> tls;
    private Long seed;

    AcsSimulatorBuilder() {
    }

    /** TCP port on the loopback interface; 0, the default, takes a free one. */
    public AcsSimulatorBuilder port(int tcpPort) {
        if (tcpPort < 0 || tcpPort > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "port is " + tcpPort + "; it must be 0 (any) to " + HIGHEST_PORT + ", such as 8089");
        }
        port = tcpPort;
        return this;
    }

    /**
     * Refuses what the real service refuses but developers need: http callback addresses, api-versions newer than
     * known, bearer tokens that are no JWT for the service. Off by default.
     */
    public AcsSimulatorBuilder strict(boolean on) {
        strict = on;
        return this;
    }

    /** How long an incoming call rings before it is gone; 30 s by default, as in the service. */
    public AcsSimulatorBuilder ringTime(Duration time) {
        ringTime = positive("ringTime", time);
        return this;
    }

    /**
     * How long a person who does not answer is rung before the service gives up; 120 s by default, as in the service.
     */
    public AcsSimulatorBuilder noAnswerAfter(Duration time) {
        noAnswerAfter = positive("noAnswerAfter", time);
        return this;
    }

    /** How long it takes to play a file; 50 ms by default. */
    public AcsSimulatorBuilder playTime(Duration time) {
        playTime = positive("playTime", time);
        return this;
    }

    /** How fast text is spoken; 1000 characters per second by default, which is fifty times as fast as people speak. */
    public AcsSimulatorBuilder speechRate(int charactersPerSecond) {
        if (charactersPerSecond < 1) {
            throw new IllegalArgumentException("speechRate is " + charactersPerSecond + "; it must be 1 or more, such as 20");
        }
        speechRate = charactersPerSecond;
        return this;
    }

    /**
     * How long a recognition waits at most for the first key or word, for the next one, and for the end of speech,
     * where the application asks for longer; 300 ms by default, so that tests with silent people are quick. Longer for
     * people who press keys by hand.
     */
    public AcsSimulatorBuilder maxSilence(Duration time) {
        maxSilence = positive("maxSilence", time);
        return this;
    }

    /** How long an application may take to answer a callback or an Event Grid delivery; 30 s by default. */
    public AcsSimulatorBuilder callbackTimeout(Duration time) {
        callbackTimeout = positive("callbackTimeout", time);
        return this;
    }

    /** How long Event Grid waits before its second and last attempt; 10 s by default, as in the service. */
    public AcsSimulatorBuilder eventGridRetry(Duration delay) {
        eventGridRetry = positive("eventGridRetry", delay);
        return this;
    }

    /** How many calls there may be at once; more are refused with 429. 20,000 by default. */
    public AcsSimulatorBuilder maxCalls(int calls) {
        maxCalls = atLeastOne("maxCalls", calls);
        return this;
    }

    /** How many entries the timeline keeps; 5,000 by default. */
    public AcsSimulatorBuilder timelineEntries(int entries) {
        timelineEntries = atLeastOne("timelineEntries", entries);
        return this;
    }

    /** How many participants are on a page of listParticipants; 1,000 by default, so that there is one page. */
    public AcsSimulatorBuilder participantPage(int participants) {
        participantPage = atLeastOne("participantPage", participants);
        return this;
    }

    /**
     * Numbers and users that belong to the resource from the beginning, so that a redirect to them, or a call, an
     * invitation or a transfer to them, raises a new IncomingCall. Whoever is called with
     * {@link AcsSimulator#placeCall} belongs to it anyway.
     */
    public AcsSimulatorBuilder ownNumbers(String... numbersOrRawIds) {
        for (String one : numbersOrRawIds) {
            ownNumbers.add(Identifier.of(one).rawId());
        }
        return this;
    }

    /** The issuer of callback tokens and of the OpenID configuration; the simulator's own address by default. */
    public AcsSimulatorBuilder issuer(String value) {
        issuer = value;
        return this;
    }

    /**
     * How often, and how long after one another, a stream of audio or words is connected again when its connection
     * broke; three times after 200 ms each by default.
     *
     * @param times 0 for never
     */
    public AcsSimulatorBuilder streamReconnects(int times, Duration delay) {
        if (times < 0) {
            throw new IllegalArgumentException("streamReconnects is " + times + "; it must be 0 (never) or more, such as 3");
        }
        reconnects = times;
        reconnectDelay = positive("streamReconnects", delay);
        return this;
    }

    /**
     * How the simulator's own time passes: people that answer, prompts that end and calls that ring out. Real by
     * default; {@link AcsSimulator#advance} moves the others. Tokens, signatures, times of events and time-outs of the
     * network are wall clock in any case.
     */
    public AcsSimulatorBuilder time(TimeMode mode) {
        time = Objects.requireNonNull(mode, "time");
        return this;
    }

    /**
     * Uses a token for all callbacks of so long a time, for load tests: to sign one takes about a millisecond. Zero,
     * the default, is a token for each callback, as in the service; 60 s at most.
     */
    public AcsSimulatorBuilder tokenReuse(Duration time) {
        if (time.isNegative() || time.compareTo(LONGEST_REUSE) > 0) {
            throw new IllegalArgumentException("tokenReuse is " + time + "; it must be PT0S to " + LONGEST_REUSE);
        }
        tokenReuse = time;
        return this;
    }

    /**
     * Spreads what goes to one address over several nodes, as a load balancer in front of an application does:
     * callbacks and events of Event Grid go to the nodes in turn, and to the next one when a node can't be connected
     * to. Whatever a node answers is final. Without this, and for streams, deliveries go to the address that was named.
     *
     * @param  base                     the address that applications name, such as {@code http://127.0.0.1:8080}
     * @param  nodes                    what stands behind it
     * @throws IllegalArgumentException when an address is none, or there is no node
     */
    public AcsSimulatorBuilder spread(URI base, URI... nodes) {
        spreads.add(new Spread(base, List.of(nodes)));
        return this;
    }

    /**
     * Speaks https instead of http, with a certificate for {@code localhost} and {@code 127.0.0.1} that is made at
     * start; {@link AcsSimulator#tls()} says how to trust it.
     */
    public AcsSimulatorBuilder tls() {
        tls = TlsIdentity::selfSigned;
        return this;
    }

    /**
     * As {@link #tls()}, with a key and a certificate of one's own.
     *
     * @param keystore a PKCS12 file, whose first private key is taken
     * @param password of the keystore and of the key
     */
    public AcsSimulatorBuilder tls(Path keystore, char[] password) {
        Objects.requireNonNull(keystore, "keystore");
        char[] copy = password.clone();
        tls = () -> TlsIdentity.of(keystore, copy);
        return this;
    }

    /** Makes the ids of a run repeatable. */
    public AcsSimulatorBuilder seed(long value) {
        seed = value;
        return this;
    }

    /**
     * Starts the simulator; it listens when this returns.
     *
     * @throws IllegalStateException when the port is taken, or the certificate cannot be had
     */
    public AcsSimulator start() {
        return AcsSimulator.start(new SimulatorSettings(
                port, strict, ringTime, noAnswerAfter, playTime, speechRate, maxSilence, callbackTimeout, eventGridRetry,
                maxCalls,
                timelineEntries, participantPage, ownNumbers, issuer, reconnects, reconnectDelay, time, tokenReuse, spreads,
                tls, seed));
    }

    private static Duration positive(String name, Duration value) {
        if (value == null || value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be longer than nothing, such as PT30S");
        }
        return value;
    }

    private static int atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be 1 or more, such as 1000");
        }
        return value;
    }
}
