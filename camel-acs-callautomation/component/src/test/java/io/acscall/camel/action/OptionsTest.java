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

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.azure.communication.common.CommunicationUserIdentifier;
import com.azure.communication.common.MicrosoftTeamsAppIdentifier;
import com.azure.communication.common.PhoneNumberIdentifier;
import io.acscall.camel.client.ByteRange;
import io.acscall.camel.client.Participant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Each option as a text, as the URI has it, and as the typed value that a header may hold. */
class OptionsTest {

    private static final String USER = "8:acs:r_u";
    private static final String APP = "28:orgid:99999999-8888-4777-8666-555555555555";

    static Stream<Arguments> values() {
        Participant phone = Participant.parse("+16041234567");
        Participant user = Participant.parse(USER);
        return Stream.of(
                arguments(Options.TARGETS, "+16041234567," + USER, List.of(phone, user), List.of(phone, user)),
                arguments(Options.TARGET, "+16041234567", new PhoneNumberIdentifier("+16041234567"), phone),
                arguments(Options.SOURCE_CALLER_ID, "+16041234567", new PhoneNumberIdentifier("+16041234567"), phone),
                arguments(Options.SOURCE, USER, new CommunicationUserIdentifier(USER), user),
                arguments(Options.ANSWERED_BY, USER, user, user),
                arguments(Options.TEAMS_APP_SOURCE, APP,
                        new MicrosoftTeamsAppIdentifier("99999999-8888-4777-8666-555555555555"), Participant.parse(APP)),
                arguments(Options.TRANSFEREE, "4:+16041234567", phone, phone),
                arguments(Options.REMOTE_PARTY, "+16041234567", phone, phone),
                arguments(Options.VOIP_HEADER, null, Map.of("a", 1), Map.of("a", "1")),
                arguments(Options.SIP_HEADER, null, Map.of("a", "b"), Map.of("a", "b")),
                arguments(Options.MEDIA_STREAMING, null, Map.of("startMediaStreaming", true),
                        Map.of("startMediaStreaming", "true")),
                arguments(Options.TRANSCRIPTION, null, Map.of("locale", "en-US"), Map.of("locale", "en-US")),
                arguments(Options.INVITATION_TIMEOUT, "1m", Duration.ofMinutes(1), Duration.ofMinutes(1)),
                arguments(Options.AWAIT_TIMEOUT, "PT1M", 60_000L, Duration.ofMinutes(1)),
                arguments(Options.SERVER_CALL_ID, "aGk gaw==", new StringBuilder("aGk+gaw=="), "aGk+gaw=="),
                arguments(Options.INCOMING_CALL_CONTEXT, "e30 x.e30", new StringBuilder("e30+x.e30"), "e30+x.e30"),
                arguments(Options.CALL_CONNECTION_ID, " 401f ", new StringBuilder("401f"), "401f"),
                arguments(Options.REASON, "BUSY", new StringBuilder("busy"), "busy"),
                arguments(Options.VOICE_KIND, "Male", new StringBuilder("male"), "male"),
                arguments(Options.FOR_EVERYONE, "TRUE", true, true),
                arguments(Options.INPUT_TYPE, "SPEECHORDTMF", new StringBuilder("speechOrDtmf"), "speechOrDtmf"),
                arguments(Options.MAX_TONES, " 4 ", 4, 4),
                arguments(Options.STOP_TONES, "1, #*a", new StringBuilder("1#*A"), "1#*A"),
                arguments(Options.TONES, "1, #*a", new StringBuilder("1#*A"), "1#*A"),
                arguments(Options.INTER_TONE_TIMEOUT, "4001", Duration.ofSeconds(5), Duration.ofSeconds(5)),
                arguments(Options.INITIAL_SILENCE_TIMEOUT, "0s", 0, Duration.ZERO),
                arguments(Options.END_SILENCE_TIMEOUT, "1500", Duration.ofMillis(1500), Duration.ofMillis(1500)),
                arguments(Options.INTERRUPT_PROMPT, "true", true, true),
                arguments(Options.CHOICES, "Yes:yes:1",
                        List.of(Map.of("label", "Yes", "phrases", List.of("yes"), "tone", "one")),
                        MapInputs.json("{'a':[{'label':'Yes','phrases':['yes'],'tone':'one'}]}").get("a")),
                arguments(Options.RECORDING_ID, " e30 x ", new StringBuilder("e30+x"), "e30+x"),
                arguments(Options.CONTENT, "AUDIOVIDEO", new StringBuilder("audioVideo"), "audioVideo"),
                arguments(Options.CHANNEL, "Unmixed", new StringBuilder("unmixed"), "unmixed"),
                arguments(Options.FORMAT, "MP3", new StringBuilder("mp3"), "mp3"),
                arguments(Options.PAUSE_ON_START, "true", true, true),
                arguments(Options.CHANNEL_AFFINITY, null, Map.of("1", " 16041234567", 0, new CommunicationUserIdentifier(USER)),
                        Map.of(0, user, 1, phone)),
                arguments(Options.CHANNEL_ORDER, "+16041234567," + USER, List.of(phone, user), List.of(phone, user)),
                arguments(Options.RANGE, "bytes=0-1023", new StringBuilder("0-1023"), new ByteRange(0, 1023)),
                arguments(Options.RANGE, " 7-", "7-", new ByteRange(7, ByteRange.OPEN)),
                arguments(Options.SAVE_TO, "/a/b.wav", Path.of("/a/b.wav"), Path.of("/a/b.wav")),
                arguments(Options.PARALLEL, "4", 4, 4),
                arguments(Options.CONTENT_LOCATIONS, "https://a.example.com/1",
                        List.of("https://a.example.com/1"), List.of("https://a.example.com/1")),
                arguments(Options.DELETE_LOCATIONS, "https://a.example.com/1",
                        List.of("https://a.example.com/1"), List.of("https://a.example.com/1")),
                arguments(Options.LOOP, "false", false, false),
                arguments(Options.INTERRUPT, "true", true, true));
    }

    static Stream<Option<String>> texts() {
        return Stream.of(Options.SOURCE_DISPLAY_NAME, Options.SIP_UUI, Options.INVITATION_ID, Options.GROUP_CALL_ID,
                Options.ROOM_ID, Options.FROM_CALL_CONNECTION_ID, Options.OPERATION_CONTEXT, Options.TEXT, Options.SSML,
                Options.VOICE, Options.SPEECH_LANGUAGE, Options.SPEECH_MODEL, Options.LOCALE, Options.CUSTOM_VOICE_ENDPOINT_ID,
                Options.PLAY_SOURCE_CACHE_ID, Options.SPEECH_MODEL_OF_TRANSCRIPTION);
    }

    static Stream<Option<String>> addresses() {
        return Stream.of(Options.FILE, Options.LOCATION, Options.STORAGE_CONTAINER, Options.RECORDING_STATE_CALLBACK_URI,
                Options.CALLBACK_URI,
                Options.OPERATION_CALLBACK_URI,
                Options.COGNITIVE_SERVICES_ENDPOINT);
    }

    @ParameterizedTest
    @MethodSource("values")
    void readsTextAndTypedValueAsTheSame(Option<?> option, String text, Object typed, Object expected) {
        if (text != null) {
            assertThat(option.read("play", text)).isEqualTo(expected);
        }
        assertThat(option.read("play", typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void takesATextAsItIs(Option<String> option) {
        assertThat(option.read("play", " a b+c ")).isEqualTo(" a b+c ");
        assertThat(option.read("play", 17)).isEqualTo("17");
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> option.read("play", ""))
                .withMessageContaining("'" + option.name() + "'").withMessageContaining("is empty");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void neverShowsWhatGivesAccessToAnAddress(Option<String> option) {
        String bad = "https://key:pass@host.example.com/a b?sig=secret#part";

        assertThat(option.read("play", option.example())).isEqualTo(option.example());
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> option.read("play", bad))
                .withMessageContaining("'https://***host.example.com/a b***'").withMessageContaining("RAW(")
                .withMessageNotContaining("secret").withMessageNotContaining("pass").withNoCause();
    }

    @Test
    void everyOptionOfEveryActionIsTestedHere() {
        Set<String> tested = new TreeSet<>();
        values().forEach(row -> tested.add(((Option<?>) row.get()[0]).name()));
        Stream.concat(texts(), addresses()).forEach(option -> tested.add(option.name()));

        Set<String> taken = Actions.all().flatMap(action -> action.options().stream()).map(Option::name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(tested).containsAll(taken);
    }

    @ParameterizedTest
    @MethodSource({ "values", "texts", "addresses" })
    void itsExampleIsAGoodValue(Object option) {
        Option<?> one = (Option<?>) option;
        if (!Set.of("voipHeader", "sipHeader", "mediaStreaming", "transcription", "channelAffinity").contains(one.name())) {
            assertThat(one.read("play", one.example())).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/a/../b", "../b", "/a/..", "/a/", "/", "a\0b" })
    void aFileToWriteStaysWhereItWasMeant(String path) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Options.SAVE_TO.read("downloadRecording", path))
                .withMessageContaining("'saveTo'");
    }

    @ParameterizedTest
    @ValueSource(strings = { "-5", "5-1", "1", "a-b", "0-1,3-4" })
    void aRangeIsOneFromALowerToAHigherPlace(String range) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Options.RANGE.read("downloadRecording", range))
                .withMessageContaining("range=0-1023");
    }

    @Test
    void theHeaderIsThePrefixAndTheName() {
        assertThat(Options.TARGETS.header()).isEqualTo("CamelAcsCallTarget");
        assertThat(Options.CALL_CONNECTION_ID.header()).isEqualTo("CamelAcsCallConnectionId");
        assertThat(Options.OPERATION_CALLBACK_URI.header()).isEqualTo("CamelAcsCallOperationCallbackUri");
    }

    @Test
    void theMessageNamesActionOptionHeaderValueAndAGoodOne() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Options.REASON.read("reject", "maybe"))
                .withMessage(
                        "acs-call:reject: option 'reason' (or header 'CamelAcsCallReason') is none of none, busy, forbidden: "
                             + "'maybe'. A good value: reason=busy")
                .extracting(InvalidInputException::option).isEqualTo("reason");
    }

    @Test
    void theMessageMasksPeople() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Options.TARGETS.read("createCall", "call 604-123-4567 now: please"))
                .withMessageContaining("'ca***se'").withMessageNotContaining("123-4567").withNoCause();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Options.SOURCE_CALLER_ID.read("createCall", "8:acs:resource_user"))
                .withMessageContaining("'8:ac***er'").withMessageNotContaining("resource_").withNoCause();
    }

    @Test
    void theMessageNeverShowsTheIncomingCallContext() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Options.INCOMING_CALL_CONTEXT.secret().read("answer", ""))
                .withMessageContaining("'(not shown)'").withNoCause();
    }

    @Test
    void theMessageForAMissingValueSaysWhereItCanComeFrom() {
        Inputs inputs = MapInputs.of("hangUp");

        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> inputs.require(Options.CALL_CONNECTION_ID))
                .withMessage(
                        "acs-call:hangUp needs a value for option 'callConnectionId' (or header 'CamelAcsCallConnectionId'), "
                             + "for example callConnectionId=401f0000-0000-4000-8000-000000000001");
    }

    @Test
    void theUriComesBeforeTheHeaderAndTheHeaderBeforeTheComponent() {
        MapInputs component = MapInputs.of("answer").component("callbackUri", "https://component.example.com/");
        MapInputs header = component.header("CamelAcsCallCallbackUri", "https://header.example.com/");
        MapInputs uri = header.uri("callbackUri", "https://uri.example.com/");

        assertThat(component.require(Options.CALLBACK_URI)).isEqualTo("https://component.example.com/");
        assertThat(header.require(Options.CALLBACK_URI)).isEqualTo("https://header.example.com/");
        assertThat(uri.require(Options.CALLBACK_URI)).isEqualTo("https://uri.example.com/");
    }
}
