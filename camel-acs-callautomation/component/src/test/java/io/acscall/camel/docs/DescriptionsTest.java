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
package io.acscall.camel.docs;

import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.AcsCallConfiguration;
import io.acscall.camel.AcsCallConstants;
import io.acscall.camel.AcsCallEndpoint;
import io.acscall.camel.AcsCallRequestOptions;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What tools show of options and headers. Camel's generator drops signs such as +, * and | without a word. */
class DescriptionsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("written")
    void toolsShowADescriptionAsItWasWritten(String name, String description) throws IOException {
        List<String> shown = ComponentDescriptor.read().json().findValuesAsText("description");

        assertThat(shown).anySatisfy(text -> assertThat(text).startsWith(description));
    }

    private static Stream<Arguments> written() {
        return Stream.of(AcsCallComponent.class, AcsCallConfiguration.class, AcsCallEndpoint.class, AcsCallRequestOptions.class,
                AcsCallConstants.class).flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> !description(field).isEmpty())
                .map(field -> Arguments.of(field.getName(), description(field)));
    }

    private static String description(Field field) {
        UriParam option = field.getAnnotation(UriParam.class);
        if (option != null) {
            return option.description();
        }
        UriPath part = field.getAnnotation(UriPath.class);
        if (part != null) {
            return part.description();
        }
        Metadata other = field.getAnnotation(Metadata.class);
        return other == null ? "" : other.description();
    }
}
