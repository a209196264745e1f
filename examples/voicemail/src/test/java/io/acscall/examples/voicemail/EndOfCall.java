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
package io.acscall.examples.voicemail;

import java.time.Duration;
import java.util.List;

import io.acscall.examples.voicemail.demo.Caller;
import io.acscall.examples.voicemail.demo.SimulatedVoicemail;
import io.acscall.examples.voicemail.demo.Ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What there is to see after each call. */
final class EndOfCall {

    private static final Duration SOON = Duration.ofSeconds(30);

    private EndOfCall() {
    }

    /** Has somebody call; the tickets, and their files, are those that belong to such a call. */
    static List<Ticket> asItShouldBe(SimulatedVoicemail voicemail, Caller caller) throws Exception {
        List<Ticket> tickets = voicemail.call(caller);

        assertThat(caller.isServedBy(tickets)).as("%s", tickets).isTrue();
        assertThat(tickets).allSatisfy(ticket -> {
            assertThat(ticket.phone()).isEqualTo(caller.number());
            if (caller.isRecorded()) {
                assertThat(Recorded.in(ticket.file()).length()).isEqualTo(ticket.length());
            } else {
                assertThat(ticket.file()).isNull();
            }
        });
        await("nothing stays behind").atMost(SOON)
                .untilAsserted(() -> assertThat(voicemail.context().getInflightRepository().size()).isZero());
        return tickets;
    }
}
