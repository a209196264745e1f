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

import java.util.Locale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * The ways in which a user can give an option its value. Each makes a route from {@code direct:ID}.
 */
enum WayToWrite {

    JAVA_TO(true) {
        @Override
        void route(CamelContext context, String id, String uri, String option, String value) throws Exception {
            RouteBuilder.addRoutes(context, routes -> routes.from("direct:" + id).to(uri + "?" + option + "=" + value));
        }
    },
    JAVA_TO_F(true) {
        @Override
        void route(CamelContext context, String id, String uri, String option, String value) throws Exception {
            RouteBuilder.addRoutes(context, routes -> routes.from("direct:" + id).toF("%s?%s=%s", uri, option, value));
        }
    },
    XML(true) {
        @Override
        void route(CamelContext context, String id, String uri, String option, String value) throws Exception {
            String escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
            load(context, id + ".xml", """
                    <routes><route><from uri="direct:%s"/><to uri="%s?%s=%s"/></route></routes>"""
                    .formatted(id, uri, option, escaped));
        }
    },
    YAML_PARAMETERS(true) {
        @Override
        void route(CamelContext context, String id, String uri, String option, String value) throws Exception {
            load(context, id + ".yaml", """
                    - route:
                        from:
                          uri: direct:%s
                          steps:
                            - to:
                                uri: %s
                                parameters:
                                  %s: %s
                    """.formatted(id, uri, option, quoted(value)));
        }
    },
    YAML_URI(true) {
        @Override
        void route(CamelContext context, String id, String uri, String option, String value) throws Exception {
            load(context, id + ".yaml", """
                    - route:
                        from:
                          uri: direct:%s
                          steps:
                            - to: %s
                    """.formatted(id, quoted(uri + "?" + option + "=" + value)));
        }
    },
    PLACEHOLDER(true) {
        @Override
        void route(CamelContext context, String id, String uri, String option, String value) throws Exception {
            context.getPropertiesComponent().addOverrideProperty("value-of-" + id, value);
            RouteBuilder.addRoutes(context,
                    routes -> routes.from("direct:" + id).to(uri + "?" + option + "={{value-of-" + id + "}}"));
        }
    },
    PLACEHOLDER_IN_YAML(true) {
        @Override
        void route(CamelContext context, String id, String uri, String option, String value) throws Exception {
            context.getPropertiesComponent().addOverrideProperty("value-of-" + id, value);
            YAML_PARAMETERS.route(context, id, uri, option, "{{value-of-" + id + "}}");
        }
    },
    TO_D(false) {
        @Override
        void route(CamelContext context, String id, String uri, String option, String value) throws Exception {
            RouteBuilder.addRoutes(context,
                    routes -> routes.from("direct:" + id).toD(uri + "?" + option + "=${header.value}"));
        }
    },
    TO_D_RAW(false) {
        @Override
        void route(CamelContext context, String id, String uri, String option, String value) throws Exception {
            RouteBuilder.addRoutes(context,
                    routes -> routes.from("direct:" + id).toD(uri + "?" + option + "=RAW(${header.value})"));
        }
    },
    TO_D_IN_YAML(false) {
        @Override
        void route(CamelContext context, String id, String uri, String option, String value) throws Exception {
            load(context, id + ".yaml", """
                    - route:
                        from:
                          uri: direct:%s
                          steps:
                            - toD:
                                uri: %s
                                parameters:
                                  %s: "${header.value}"
                    """.formatted(id, uri, option));
        }
    },
    HEADER(false) {
        @Override
        void route(CamelContext context, String id, String uri, String option, String value) throws Exception {
            String header = "CamelAcsCall" + option.substring(0, 1).toUpperCase(Locale.ROOT) + option.substring(1);
            RouteBuilder.addRoutes(context,
                    routes -> routes.from("direct:" + id).setHeader(header, routes.header("value")).to(uri));
        }
    };

    private final boolean inTheUri;

    WayToWrite(boolean inTheUri) {
        this.inTheUri = inTheUri;
    }

    /** Whether the value stands in the route; otherwise it comes with the message, in the header {@code value}. */
    boolean isInTheUri() {
        return inTheUri;
    }

    /** Makes the route. */
    abstract void route(CamelContext context, String id, String uri, String option, String value) throws Exception;

    private static void load(CamelContext context, String name, String text) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(name, text));
    }

    private static String quoted(String text) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(text);
    }
}
