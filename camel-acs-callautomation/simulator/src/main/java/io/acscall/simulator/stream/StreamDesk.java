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
package io.acscall.simulator.stream;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Function;

import io.acscall.simulator.fault.FaultPlan;
import io.acscall.simulator.id.Ids;
import io.acscall.simulator.time.SimulatorScheduler;
import io.acscall.simulator.token.TokenKind;

/**
 * What all streams share.
 *
 * @param connector connects to applications
 * @param tokens    makes the token of a connection; may take a millisecond
 * @param executor  where tokens are made; never a network thread
 * @param scheduler when to connect again
 * @param metronome when to send a frame
 * @param logs      what came and went
 * @param clock     wall clock, for the time stamps of frames
 * @param faults    what is to go wrong
 */
public record StreamDesk(StreamConnector connector, Function<TokenKind, String> tokens, Executor executor,
        SimulatorScheduler scheduler, Metronome metronome, StreamLogs logs, Ids ids, Clock clock, FaultPlan faults,
        StreamPace pace) {
}
