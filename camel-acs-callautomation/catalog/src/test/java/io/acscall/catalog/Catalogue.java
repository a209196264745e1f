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
package io.acscall.catalog;

import java.util.List;
import java.util.Locale;

import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.ConfigurationPropertiesValidationResult;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;

/** Camel's catalogue, which knows acs-call by nothing but the module being on the class path. */
final class Catalogue {

    private final CamelCatalog catalog = new DefaultCamelCatalog();

    /** The descriptor as tools see it, or null when the catalogue does not know the component. */
    String descriptor() {
        return catalog.componentJSonSchema("acs-call");
    }

    /** What is wrong with an endpoint; empty when nothing is. */
    List<String> problems(Step step) {
        EndpointValidationResult result
                = catalog.validateEndpointProperties(step.uri(), false, step.starts(), !step.starts());
        return result.isSuccess()
                ? List.of() : List.of(step.source() + ": " + step.uri() + "\n" + result.summaryErrorMessage(false));
    }

    /** What is wrong with a line of {@code application.properties}; empty when nothing is. */
    List<String> problems(String line) {
        ConfigurationPropertiesValidationResult result = catalog.validateConfigurationProperty(line);
        if (!result.isAccepted()) {
            return List.of(line + "\nis no property of camel-main");
        }
        return result.isSuccess() ? List.of() : List.of(line + "\n" + result.summaryErrorMessage(false));
    }

    /** Whether a property is one of Camel's own, such as {@code camel.server.port}; written with dashes or without. */
    boolean knowsOfCamel(String property) {
        String name = "\"name\": \"" + property.replace("-", "") + "\"";
        return catalog.mainJsonSchema().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }
}
