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
package io.acscall.camel.route;

import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * The languages in which a step with several options is written. Each makes a route from {@code direct:ID}; those that
 * are dynamic take the value of the option from the header of the same name.
 */
enum RouteLanguage {

    JAVA(false) {
        @Override
        void route(CamelContext context, String id, String uri, Map<String, String> options) throws Exception {
            RouteBuilder.addRoutes(context, routes -> routes.from("direct:" + id).to(uri + "?" + query(options)));
        }
    },
    XML(false) {
        @Override
        void route(CamelContext context, String id, String uri, Map<String, String> options) throws Exception {
            xml(context, id, "to", uri, options);
        }
    },
    YAML(false) {
        @Override
        void route(CamelContext context, String id, String uri, Map<String, String> options) throws Exception {
            yaml(context, id, "to", uri, options);
        }
    },
    JAVA_TO_D(true) {
        @Override
        void route(CamelContext context, String id, String uri, Map<String, String> options) throws Exception {
            RouteBuilder.addRoutes(context, routes -> routes.from("direct:" + id).toD(uri + "?" + query(options)));
        }
    },
    XML_TO_D(true) {
        @Override
        void route(CamelContext context, String id, String uri, Map<String, String> options) throws Exception {
            xml(context, id, "toD", uri, options);
        }
    },
    YAML_TO_D(true) {
        @Override
        void route(CamelContext context, String id, String uri, Map<String, String> options) throws Exception {
            yaml(context, id, "toD", uri, options);
        }
    };

    private final boolean dynamic;

    RouteLanguage(boolean dynamic) {
        this.dynamic = dynamic;
    }

    /** Whether the values come with the message. */
    boolean isDynamic() {
        return dynamic;
    }

    /** Makes the route. */
    abstract void route(CamelContext context, String id, String uri, Map<String, String> options) throws Exception;

    private static String query(Map<String, String> options) {
        return options.entrySet().stream().map(option -> option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining("&"));
    }

    private static void xml(CamelContext context, String id, String step, String uri, Map<String, String> options)
            throws Exception {
        String escaped = query(options).replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        load(context, id + ".xml", """
                <routes><route><from uri="direct:%s"/><%s uri="%s?%s"/></route></routes>"""
                .formatted(id, step, uri, escaped));
    }

    private static void yaml(CamelContext context, String id, String step, String uri, Map<String, String> options)
            throws Exception {
        StringBuilder parameters = new StringBuilder();
        for (Map.Entry<String, String> option : options.entrySet()) {
            parameters.append("                    ").append(option.getKey()).append(": ").append(quoted(option.getValue()))
                    .append('\n');
        }
        load(context, id + ".yaml", """
                - route:
                    from:
                      uri: direct:%s
                      steps:
                        - %s:
                            uri: %s
                            parameters:
                """.formatted(id, step, uri) + parameters);
    }

    private static void load(CamelContext context, String name, String text) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(name, text));
    }

    private static String quoted(String text) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(text);
    }
}
