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
package io.acscall.kamelets;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the official catalogue asks of a Kamelet beyond its schema, and what we ask of ours. */
class KameletStyleTest {

    private static final String ICON = "data:image/svg+xml;base64,";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??(\\w+):?}}");
    /** Credentials are settings of the component, once. */
    private static final Pattern CREDENTIAL
            = Pattern.compile("(?i).*(secret|password|token$|credential|connectionString|accessKey).*");
    private static final JsonNode OPTIONS = Kamelets.componentOptions();

    static Stream<Kamelet> kamelets() {
        return Kamelets.all().stream();
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void nameFileTypeAndTitleSayTheSame(Kamelet kamelet) {
        assertThat(kamelet.file()).isEqualTo(kamelet.name() + ".kamelet.yaml");
        assertThat(kamelet.name()).matches("acs(-[a-z]+)+-(source|action|sink)").endsWith("-" + kamelet.type());
        assertThat(kamelet.definition().path("title").asText()).startsWith("Azure Communication Services ")
                .endsWith(Map.of("source", " Source", "action", " Action", "sink", " Sink").get(kamelet.type()));
        assertThat(kamelet.definition().path("type").asText()).isEqualTo("object");
        aSentence(kamelet.definition());
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void annotationsAreThoseOfTheCatalogue(Kamelet kamelet) {
        assertThat(kamelet.yaml().path("apiVersion").asText()).isEqualTo("camel.apache.org/v1");
        assertThat(kamelet.yaml().path("kind").asText()).isEqualTo("Kamelet");
        assertThat(kamelet.annotation("kamelet.support.level")).isEqualTo("Preview");
        assertThat(kamelet.annotation("catalog.version")).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
        assertThat(kamelet.annotation("provider")).isEqualTo("acs-call");
        assertThat(kamelet.annotation("kamelet.group")).isEqualTo("Azure Communication Services");
        assertThat(kamelet.annotation("kamelet.namespace")).isEqualTo("Azure");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void iconIsASmallPicture(Kamelet kamelet) {
        String icon = kamelet.annotation("kamelet.icon");

        assertThat(icon).startsWith(ICON).hasSizeLessThan(1000);
        assertThat(new String(Base64.getDecoder().decode(icon.substring(ICON.length())))).startsWith("<svg ")
                .endsWith("</svg>");
    }

    @Test
    void noTwoIconsAreTheSame() {
        assertThat(kamelets().map(kamelet -> kamelet.annotation("kamelet.icon"))).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void eachParameterIsExplained(Kamelet kamelet) {
        assertThat(kamelet.properties()).isNotEmpty().allSatisfy(property -> {
            assertThat(property.getKey()).matches("[a-z][A-Za-z]*");
            assertThat(property.getValue().path("title").asText()).matches("[A-Z].*[^.]");
            aSentence(property.getValue());
            assertThat(property.getValue().has("example")).as("an example").isTrue();
            assertThat(property.getValue().path("example")).as("an example that is not the default")
                    .isNotEqualTo(property.getValue().path("default"));
            fitsItsType(property.getValue(), "example");
            fitsItsType(property.getValue(), "default");
        });
    }

    private static void aSentence(JsonNode explained) {
        assertThat(explained.path("description").asText()).matches("(?s)[A-Z].*\\.");
    }

    private static void fitsItsType(JsonNode property, String field) {
        JsonNode value = property.path(field);
        if (value.isMissingNode()) {
            return;
        }
        assertThat(Map.of("string", value.isTextual(), "boolean", value.isBoolean(), "integer", value.isInt()))
                .as("%s %s", field, value).containsEntry(property.path("type").asText(), true);
        if (property.has("enum")) {
            assertThat(property.path("enum")).contains(value);
        }
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void parametersAreExactlyThoseThatTheTemplateUses(Kamelet kamelet) {
        Set<String> used = PLACEHOLDER.matcher(kamelet.template().toString()).results().map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(kamelet.properties().map(Map.Entry::getKey)).containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void whatMustBeGivenIsMarkedAsRequiredAndNothingElse(Kamelet kamelet) {
        Pattern needed = Pattern.compile("\\{\\{(\\w+)}}");
        Set<String> defaults = kamelet.properties().filter(property -> property.getValue().has("default"))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
        List<String> mandatory = needed.matcher(kamelet.template().toString()).results().map(found -> found.group(1))
                .distinct().filter(name -> !defaults.contains(name)).toList();

        assertThat(kamelet.required()).containsExactlyInAnyOrderElementsOf(mandatory);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void noKameletAsksForCredentialsAndWhatIsSecretIsMarked(Kamelet kamelet) {
        assertThat(kamelet.properties()).allSatisfy(property -> {
            assertThat(property.getKey()).doesNotMatch(CREDENTIAL);
            boolean secret = OPTIONS.path(property.getKey()).path("secret").asBoolean();
            assertThat("password".equals(property.getValue().path("format").asText())).isEqualTo(secret);
            assertThat(property.getValue().path("x-descriptors").toString().contains("urn:camel:group:credentials"))
                    .isEqualTo(secret);
        });
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void optionsOfTheComponentKeepTheirNamesAndValues(Kamelet kamelet) {
        Pattern passedOn = Pattern.compile("\"(\\w+)\":\"(?:RAW\\()?\\{\\{\\??(\\w+):?}}\\)?\"");
        List<MatchResult> options = passedOn.matcher(kamelet.template().toString()).results()
                .filter(found -> OPTIONS.has(found.group(1))).toList();

        assertThat(options).isNotEmpty().allSatisfy(found -> {
            assertThat(found.group(2)).isEqualTo(found.group(1));
            JsonNode option = OPTIONS.path(found.group(1));
            JsonNode property = kamelet.definition().path("properties").path(found.group(2));
            assertThat(property.path("enum")).isEqualTo(option.path("enum"));
            assertThat(property.path("default").asText("not given")).isNotEqualTo(option.path("defaultValue").asText());
        });
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void onlyWhatTheComponentLeavesOpenHasADefault(Kamelet kamelet) {
        Set<String> ours = Set.of("awaitEvent", "hangUpOn", "question", "confirmKey", "refuseKey", "farewell");

        assertThat(kamelet.properties().filter(property -> property.getValue().has("default")).map(Map.Entry::getKey))
                .isSubsetOf(ours);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void dependenciesNameTheComponentInThisVersion(Kamelet kamelet) {
        assertThat(kamelet.yaml().at("/spec/dependencies")).extracting(JsonNode::asText).contains("camel:kamelet",
                "mvn:io.acscall:camel-acs-callautomation:" + kamelet.annotation("catalog.version"));
    }
}
