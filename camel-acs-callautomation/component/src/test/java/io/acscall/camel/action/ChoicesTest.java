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

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ChoicesTest {

    private static JsonNode array(String json) {
        return MapInputs.json("{'a':" + json + "}").get("a");
    }

    static Stream<Arguments> forms() {
        String both = "[{'label':'Sales','phrases':['sales','new order'],'tone':'one'},{'label':'Help','phrases':['help']}]";
        return Stream.of(
                arguments("Sales:sales|new order:1;Help:help", both),
                arguments(" Sales : sales | new order : 1 ; Help : help ; ", both),
                arguments(both.replace('\'', '"'), both),
                arguments(array(both), both),
                arguments(List.of(Map.of("label", "Sales", "phrases", List.of("sales", "new order"), "tone", "one"),
                        Map.of("label", "Help", "phrases", List.of("help"))), both),
                arguments("Stop:stop:#", "[{'label':'Stop','phrases':['stop'],'tone':'pound'}]"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void readsEveryForm(Object raw, String expected) {
        assertThat(Choices.read(raw)).isEqualTo(array(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            ``                        ! names no choice
            ;                         ! names no choice
            []                        ! names no choice
            Sales                     ! has the choice 'Sales', which is not label:phrase|phrase:key
            Sales:                    ! has the choice 'Sales:', which is not label:phrase|phrase:key
            a:b:1:c                   ! has the choice 'a:b:1:c', which is not label:phrase|phrase:key
            Sales:|                   ! has a choice without phrases
            :sales                    ! has a choice without label
            Sales:sales:x             ! is not made of the keys 0-9, #, * and A-D
            Sales:sales:12            ! has the keys '12' where one is meant
            [{"label":"a"}]           ! has a choice without phrases
            [{"phrases":["a"]}]       ! has a choice without label
            [{"label":"a","phrases":"b"}] ! has a choice without phrases
            [1                        ! is no JSON array
            """)
    void refusesEverythingElse(String raw, String why) {
        assertThatIllegalArgumentException().isThrownBy(() -> Choices.read(raw)).withMessage(why);
    }

    @Test
    void anObjectIsNoList() {
        assertThatIllegalArgumentException().isThrownBy(() -> Choices.read(MapInputs.json("{'label':'a'}")))
                .withMessage("is no list");
    }
}
