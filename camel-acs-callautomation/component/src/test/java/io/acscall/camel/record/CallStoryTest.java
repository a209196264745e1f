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
package io.acscall.camel.record;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acscall.camel.record.CallStory.Act;
import io.acscall.camel.record.CallStory.Passage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What requests and events tell of people. */
class CallStoryTest {

    private static final String ANN = "+15555550001";
    private static final String BOB = "+15555550002";
    private static final String US = "8:acs:us";
    private static final Instant START = Instant.parse("2026-01-31T09:15:00Z");

    private final People people = new People();
    private final CallStory story = new CallStory(people, ANN, Set.of());
    private int millis;

    @Test
    void whoIsAddedAnswersAfterAsLongAsItRang() {
        answered();
        request("addParticipant", "{'participantToAdd':" + identifier(BOB) + "}");
        millis += 3_000;
        event("AddParticipantSucceeded", "{'participant':" + identifier(BOB) + "}");

        assertThat(people.toJson().toString())
                .isEqualTo("[{\"id\":\"" + ANN + "\"},{\"id\":\"" + BOB + "\",\"answer\":\"accept\",\"delayMs\":3001}]");
    }

    @ParameterizedTest
    @CsvSource({ "486,busy", "603,decline", "408,noAnswer", "500,noAnswer" })
    void whoIsNotReachedTellsWhyTheFirstTime(int code, String answer) {
        answered();
        for (int tries = 0; tries < 2; tries++) {
            request("addParticipant", "{'participantToAdd':" + identifier(BOB) + "}");
            event("AddParticipantFailed",
                    "{'participant':" + identifier(BOB) + ",'resultInformation':{'code':" + (tries == 0 ? code : 486) + "}}");
        }

        assertThat(people.toJson().at("/1/answer").asText()).isEqualTo(answer);
        assertThat(people.areInconstant()).isEqualTo(code != 486);
    }

    @Test
    void whoIsMissingFromTheParticipantsHasHungUpUnlessRemoved() {
        answered();
        event("ParticipantsUpdated", participants(US, ANN, BOB));
        request("removeParticipant", "{'participantToRemove':" + identifier(BOB) + "}");

        assertThat(event("ParticipantsUpdated", participants(US, ANN))).isEmpty();
        assertThat(event("ParticipantsUpdated", participants(US))).containsExactly(new Act(ANN, "hangUp", null));
        assertThat(event("CallDisconnected", "{}")).as("nobody hangs up twice").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "hangUp,true", "terminateCall,false" })
    void nobodyHangsUpWhenTheApplicationDoesAndOthersMayTalkOn(String operation, boolean goesOn) {
        answered();
        event("ParticipantsUpdated", participants(ANN, BOB));
        request(operation, "{}");

        assertThat(event("CallDisconnected", "{}")).isEmpty();
        assertThat(story.goesOn()).isEqualTo(goesOn);
    }

    @Test
    void whoeverIsTransferredHasNotHungUp() {
        answered();
        request("transferCallToParticipant", "{'targetParticipant':" + identifier(BOB) + "}");
        event("CallTransferAccepted", "{'transferee':" + identifier(ANN) + "}");

        assertThat(event("CallDisconnected", "{}")).isEmpty();
        assertThat(people.toJson().at("/1/answer").asText()).isEqualTo("accept");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "RecognizeCompleted|{'dtmfResult':{'tones':['one','asterisk','pound']}}|{\"tones\":\"1*#\"}",
            "RecognizeCompleted|{'dtmfResult':{'tones':'?'}}|{\"tones\":\"?\"}",
            "RecognizeCompleted|{'choiceResult':{'label':'Sales','recognizedPhrase':'?'}}|{\"choice\":\"Sales\"}",
            "RecognizeCompleted|{'speechResult':{'speech':'good morning'}}|{\"speech\":\"good morning\"}",
            "RecognizeFailed|{'resultInformation':{'code':400,'subCode':8510}}|{\"silence\":true}",
            "RecognizeFailed|{'resultInformation':{'code':400,'subCode':8532}}|{\"tones\":\"0\"}",
            "RecognizeFailed|{'resultInformation':{'code':400,'subCode':8547}}|{\"speech\":\"\"}",
            "RecognizeFailed|{'resultInformation':{'code':400,'subCode':8511}}|", "RecognizeCanceled|{}|" })
    void whatPeopleEnteredIsReadFromTheEndOfTheRecognition(String type, String data, String did) {
        answered();
        request("recognize",
                "{'recognizeInputType':'choices','recognizeOptions':{'targetParticipant':" + identifier(ANN) + "}}");
        event(type, data);

        assertThat(people.toJson().at("/0/does/0").toString()).isEqualTo(did == null ? "" : did);
    }

    @Test
    void aKeyThatIsHeardAtAnyTimeIsPressedByHand() {
        answered();
        request("startContinuousDtmfRecognition", "{'targetParticipant':" + identifier(ANN) + "}");

        assertThat(event("ContinuousDtmfRecognitionToneReceived", "{'tone':'nine'}"))
                .containsExactly(new Act(ANN, "tones", "9"));
        request("stopContinuousDtmfRecognition", "{}");
        assertThat(event("ContinuousDtmfRecognitionToneReceived", "{'tone':'nine'}")).isEmpty();
    }

    private void answered() {
        request("answerCall", "{}");
        event("CallConnected", "{}");
    }

    private void request(String operation, String body) {
        story.request(passage(operation, body));
    }

    private List<Act> event(String type, String data) {
        return story.event(passage(type, data));
    }

    private Passage passage(String name, String json) {
        try {
            return new Passage(
                    START.plusMillis(millis++), name, "$call1", new ObjectMapper().readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    private static String participants(String... persons) {
        List<String> all = List.of(persons).stream().map(person -> "{'identifier':" + identifier(person) + "}").toList();
        return "{'participants':[" + String.join(",", all) + "]}";
    }

    private static String identifier(String person) {
        return "{'rawId':'" + (person.startsWith("+") ? "4:" : "") + person + "'}";
    }
}
