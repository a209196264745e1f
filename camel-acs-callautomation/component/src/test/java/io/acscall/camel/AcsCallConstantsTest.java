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
package io.acscall.camel;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.acscall.camel.action.Option;
import org.apache.camel.spi.Metadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What can be set has a header with a constant, and all of it is documented. */
class AcsCallConstantsTest {

    private static List<Field> constants() {
        return Arrays.stream(AcsCallConstants.class.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()) && field.getType() == String.class).toList();
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static Set<String> optionsOfActions() {
        return Arrays.stream(AcsCallOperation.values()).flatMap(operation -> operation.action().stream())
                .flatMap(action -> action.options().stream()).map(Option::header)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("optionsOfActions")
    void eachOptionOfAnActionHasAConstantForItsHeader(String header) {
        assertThat(constants()).extracting(AcsCallConstantsTest::value).contains(header);
    }

    @ParameterizedTest
    @MethodSource("constants")
    void eachHeaderHasThePrefixAndTheNameOfItsConstant(Field constant) {
        assertThat(value(constant)).startsWith("CamelAcsCall");
        assertThat(value(constant).substring("CamelAcsCall".length()).replaceAll("(?<=[a-z])(?=[A-Z])", "_"))
                .isEqualToIgnoringCase(constant.getName());
    }

    @ParameterizedTest
    @MethodSource("constants")
    void eachHeaderIsDocumented(Field constant) {
        Metadata metadata = constant.getAnnotation(Metadata.class);

        assertThat(metadata).isNotNull();
        assertThat(metadata.description()).isNotBlank().endsWith(".");
        assertThat(metadata.javaType()).isNotBlank();
        assertThat(metadata.label()).isIn("common", "producer", "consumer");
    }

    @Test
    void noTwoConstantsHaveOneHeader() {
        assertThat(constants()).extracting(AcsCallConstantsTest::value).doesNotHaveDuplicates();
    }
}
