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
import io.acscall.simulator.fault.RestRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every caller whom nobody answers gets a ticket, with what was said where something was said. */
class VoicemailTest extends RunningVoicemail {

    private static final Duration SOON = Duration.ofSeconds(30);
    /** Of the person who came first to a recording. */
    private static final int TONE = 300;

    @ParameterizedTest
    @EnumSource
    void everyCallerGetsTheTicketThatBelongsToTheCall(Caller caller) throws Exception {
        endsAsItShould(caller);
    }

    @Test
    void aMessageIsStoredAlthoughItsDownloadBreaksOff() throws Exception {
        voicemail.simulator().faults().rest(RestRule.of("downloadRecording").halfBody().times(1));

        List<Ticket> tickets = endsAsItShould(Caller.LEAVES_A_MESSAGE_AND_PRESSES_HASH);

        assertThat(voicemail.simulator().timeline().requests("downloadRecording")).hasSizeGreaterThan(1);
        assertThat(Recorded.in(tickets.get(0).file()).length()).isEqualTo(tickets.get(0).length());
    }

    @Test
    void aMessageIsOneOfWhatWasSaidAndForHowLong() throws Exception {
        Ticket ticket = endsAsItShould(Caller.LEAVES_A_MESSAGE_AND_PRESSES_HASH).get(0);
        Recorded recorded = Recorded.in(ticket.file());

        assertThat(ticket.transcript()).isEqualTo("Please call me back about the blue door");
        assertThat(recorded.length()).isEqualTo(ticket.length())
                .isBetween(Duration.ofMillis(1_400), SimulatedVoicemail.LONGEST_MESSAGE.plus(SOON));
        assertThat(recorded.strength(TONE)).isGreaterThan(0.2);
        assertThat(recorded.strength(TONE + 150)).isLessThan(0.05);
    }

    @Test
    void whoSaysNothingIsRecordedForAsLongAsAMessageMayBe() throws Exception {
        Ticket ticket = endsAsItShould(Caller.SAYS_NOTHING).get(0);

        assertThat(ticket.length()).isGreaterThanOrEqualTo(SimulatedVoicemail.LONGEST_MESSAGE);
        assertThat(voicemail.simulator().timeline().callbacks("RecognizeFailed")).hasSize(1);
    }

    private static List<Ticket> endsAsItShould(Caller caller) throws Exception {
        return EndOfCall.asItShouldBe(voicemail, caller);
    }
}
