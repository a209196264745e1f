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
package io.acscall.simulator.settings;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.acscall.simulator.callback.Spread;
import io.acscall.simulator.time.TimeMode;
import io.acscall.simulator.tls.TlsIdentity;

/**
 * How a simulator behaves; fixed once it has started.
 *
 * @param port            TCP port on the loopback interface; 0 for a free one
 * @param strict          whether it refuses what the real service refuses but developers need: http callback addresses,
 *                        api-versions newer than it knows, bearer tokens that are no JWT of the service
 * @param ringTime        how long an incoming call rings
 * @param noAnswerAfter   how long a person is rung
 * @param playTime        how long a file plays
 * @param speechRate      characters of text spoken per second
 * @param maxSilence      how long a recognition waits at most for the next key or word
 * @param callbackTimeout how long an application may take to answer a callback or an Event Grid delivery
 * @param eventGridRetry  how long Event Grid waits before its second attempt
 * @param maxCalls        how many calls there may be at once
 * @param timelineEntries how many entries the timeline keeps
 * @param participantPage how many participants are on a page of the list
 * @param ownNumbers      raw ids of the numbers and users of the resource that are known from the beginning
 * @param issuer          issuer of callback tokens; null for the simulator's own address
 * @param reconnects      how often the service connects a stream again when its connection broke
 * @param reconnectDelay  how long it waits before each of them
 * @param time            how the simulator's own time passes
 * @param tokenReuse      how long a token is used for more callbacks; zero for one each
 * @param spreads         the nodes behind addresses of applications
 * @param tls             makes the identity with which it speaks https; null for http
 * @param seed            of all ids; null for a different run each time
 */
public record SimulatorSettings(int port, boolean strict, Duration ringTime, Duration noAnswerAfter, Duration playTime,
        int speechRate, Duration maxSilence, Duration callbackTimeout, Duration eventGridRetry, int maxCalls,
        int timelineEntries,
        int participantPage, Set<String> ownNumbers, String issuer, int reconnects, Duration reconnectDelay, TimeMode time,
        Duration tokenReuse, List<Spread> spreads, Supplier<TlsIdentity> tls, Long seed) {

    public SimulatorSettings {
        ownNumbers = Set.copyOf(ownNumbers);
        spreads = List.copyOf(spreads);
    }
}
