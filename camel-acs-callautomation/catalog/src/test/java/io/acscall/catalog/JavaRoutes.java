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

import java.util.ArrayList;
import java.util.List;

import org.apache.camel.parser.RouteBuilderParser;
import org.apache.camel.parser.model.CamelEndpointDetails;
import org.jboss.forge.roaster.Roaster;
import org.jboss.forge.roaster.model.source.JavaClassSource;
import org.jboss.forge.roaster.model.source.JavaSource;

/** The steps with acs-call in a class of routes, by the parser that camel-report-maven-plugin has, too. */
final class JavaRoutes {

    private JavaRoutes() {
    }

    static List<Step> read(String source, String text) {
        List<CamelEndpointDetails> found = new ArrayList<>();
        read(Roaster.parse(JavaClassSource.class, text), source, found);
        return found.stream().map(endpoint -> new Step(source, endpoint.getEndpointUri(), endpoint.isConsumerOnly()))
                .filter(Step::isOurs).toList();
    }

    private static void read(JavaClassSource type, String source, List<CamelEndpointDetails> found) {
        RouteBuilderParser.parseRouteBuilderEndpoints(type, "", source, found);
        for (JavaSource<?> nested : type.getNestedTypes()) {
            if (nested instanceof JavaClassSource inner) {
                read(inner, source, found);
            }
        }
    }
}
