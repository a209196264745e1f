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
package io.acscall.camel.springboot;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The source of the class that Spring fills with the properties of the component.
 *
 * @param options what it holds
 */
record PropertiesSource(List<ComponentOption> options) {

    private static final String CLASS
            = """
                    /* Made of the component's descriptor by PropertiesSource: run GeneratedFilesTest with -Dacs-call.starter.update=true */
                    package io.acscall.camel.springboot;

                    import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;
                    import org.springframework.boot.context.properties.ConfigurationProperties;

                    /**
                     * The options of the component {@code acs-call} as properties. What is not set is {@code null} here, and stays as
                     * the component has it.
                     */
                    @ConfigurationProperties("camel.component.acs-call")
                    public class AcsCallComponentConfiguration extends ComponentConfigurationPropertiesCommon {
                    %s
                        /** For Spring. */
                        public AcsCallComponentConfiguration() {
                        }
                    %s}
                    """;
    private static final String FIELD = """

                /**
                 * %s
                 */
                private %s %s;
            """;
    private static final String ACCESS = """

                public %1$s get%3$s() {
                    return %2$s;
                }

                public void set%3$s(%1$s %2$s) {
                    this.%2$s = %2$s;
                }
            """;

    String text() {
        return CLASS.formatted(
                options.stream().map(PropertiesSource::field).collect(Collectors.joining()),
                options.stream().map(PropertiesSource::access).collect(Collectors.joining()));
    }

    private static String field(ComponentOption option) {
        return FIELD.formatted(option.meaning(), type(option), option.name());
    }

    private static String access(ComponentOption option) {
        String name = option.name();
        String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return ACCESS.formatted(type(option), name, capital);
    }

    private static String type(ComponentOption option) {
        return option.springType().replace("java.lang.", "");
    }
}
