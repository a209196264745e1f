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
package io.acscall.camel.action;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.azure.core.http.HttpMethod;
import io.acscall.camel.client.Participant;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.EventKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HoldTest {

    private static final String ANN = "+16045550100";
    private static final HoldState ON_HOLD = new HoldState("c/1", Participant.parse(ANN), true);
    private static final HoldState BACK = new HoldState("c/1", Participant.parse(ANN), false);

    static Stream<Hold> both() {
        return Stream.of(Hold.hold(), Hold.unhold());
    }

    private static MapInputs inputs(Hold action) {
        return MapInputs.of(action).header("CamelAcsCallConnectionId", "c/1");
    }

    private static CallEvent updated(String participants) {
        return new CallEvent(
                "e-1", "Microsoft.Communication.ParticipantsUpdated", "s", null, null, "c/1", null, null, null, null,
                Map.of("participants", MapInputs.json("{'p':" + participants + "}").get("p"), "sequenceNumber", 3),
                EventKind.CALLBACK);
    }

    @Test
    void playsMusicOfEachKind() {
        assertThat(Hold.hold().request(inputs(Hold.hold()).uri("target", ANN).uri("text", "Please wait").uri("locale", "en-US")
                .uri("voiceKind", "female").uri("playSourceCacheId", "wait").body("not this")).body().path("playSourceInfo"))
                .isEqualTo(MapInputs.json("{'kind':'text','playSourceCacheId':'wait',"
                                          + "'text':{'text':'Please wait','sourceLocale':'en-US','voiceKind':'female'}}"));
    }

    @ParameterizedTest
    @MethodSource("both")
    void aBodyIsNoMusic(Hold action) {
        assertThat(action.request(inputs(action).uri("target", ANN).body("Good morning")).body().fieldNames()).toIterable()
                .containsExactly("targetParticipant");
    }

    @ParameterizedTest
    @MethodSource("both")
    void isAboutOnePerson(Hold action) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> action.check(inputs(action).uri("target", ANN + ",8:acs:r_u")))
                .withMessageContaining("names 2 participants").withMessageContaining("at a time");
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> action.request(inputs(action)))
                .withMessageContaining("'target'").withMessageContaining("CamelAcsCallTarget");
    }

    @ParameterizedTest
    @MethodSource("both")
    void isDoneWhenThePersonIsSo(Hold action) {
        boolean onHold = action.name().equals("hold");

        assertThat(action.goal(inputs(action).header("CamelAcsCallRemoteParty", ANN)))
                .contains(new HoldState("c/1", Participant.parse(ANN), onHold));
        assertThat(
                action.goal(inputs(action).raw("{'targetParticipant':{'rawId':'8:acs:r_u'}}")).orElseThrow().target().rawId())
                .isEqualTo("8:acs:r_u");
    }

    @ParameterizedTest
    @CsvSource({
            "true, true, false", "false, false, true" })
    void isShownByAnEvent(boolean seen, boolean hold, boolean unhold) {
        CallEvent event = updated("[{'identifier':{'rawId':'8:acs:r_u'},'isOnHold':%s},".formatted(!seen)
                                  + "{'identifier':{'rawId':'4:+16045550100','kind':'phoneNumber','phoneNumber':"
                                  + "{'value':'+16045550100'}},'isMuted':true,'isOnHold':%s}]".formatted(seen));

        assertThat(ON_HOLD.isShownBy(event)).isEqualTo(hold);
        assertThat(BACK.isShownBy(event)).isEqualTo(unhold);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []
            {}
            [{'identifier':{'rawId':'4:+16045550100'}}]
            [{'identifier':{'rawId':'4:+16045550100'},'isOnHold':'yes'}]
            [{'identifier':{'rawId':'8:acs:r_u'},'isOnHold':true},{'identifier':{'rawId':'8:acs:r_u'},'isOnHold':false}]
            [{'identifier':{},'isOnHold':true},{'isOnHold':false}]
            """, quoteCharacter = '"')
    void isNotShownByAnEventThatSaysNothingOfThePerson(String participants) {
        assertThat(ON_HOLD.isShownBy(updated(participants))).isFalse();
        assertThat(BACK.isShownBy(updated(participants))).isFalse();
    }

    @Test
    void canBeAskedFor() {
        assertThat(ON_HOLD.question().method()).isEqualTo(HttpMethod.GET);
        assertThat(ON_HOLD.question().path()).isEqualTo("/calling/callConnections/c%2F1/participants/4%3A%2B16045550100");
        assertThat(ON_HOLD.isShownBy(answer("{'identifier':{'rawId':'4:+16045550100'},'isOnHold':true}"))).isTrue();
        assertThat(BACK.isShownBy(answer("{'identifier':{'rawId':'4:+16045550100'},'isOnHold':true}"))).isFalse();
        assertThat(ON_HOLD.isShownBy(new ServiceResponse(200, null, null, "id"))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("both")
    void theParticipantThatWasReadIsTheResult(Hold action) {
        ServiceResponse empty = new ServiceResponse(200, null, null, "id");
        ServiceResponse read = answer("{'identifier':{'rawId':'4:+16045550100'},'isOnHold':true}");

        CallParticipant body = (CallParticipant) action.result(inputs(action), List.of(empty, read)).body();

        assertThat(body.id()).isEqualTo(ANN);
        assertThat(body.onHold()).isTrue();
        assertThat(action.result(inputs(action), List.of(empty))).isSameAs(ActionResult.NONE);
    }

    private static ServiceResponse answer(String json) {
        return new ServiceResponse(200, null, MapInputs.json(json), "id");
    }
}
