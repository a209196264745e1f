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

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.acscall.camel.AcsCallComponent;

/**
 * All options of the component, from the descriptor that Camel's generator wrote.
 */
final class ComponentOptions {

    private ComponentOptions() {
    }

    static List<ComponentOption> read() throws IOException {
        try (InputStream file = AcsCallComponent.class.getResourceAsStream("/META-INF/io/acscall/camel/acs-call.json")) {
            List<ComponentOption> options = new ArrayList<>();
            new ObjectMapper().readTree(file).path("componentProperties").properties()
                    .forEach(option -> options.add(ComponentOption.of(option.getKey(), option.getValue())));
            return options;
        }
    }
}
