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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.camel.CamelContext;
import org.apache.camel.support.component.RawParameterHelper;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.URISupport;

/**
 * A URI as it is written for {@code toD}: what can be said of it before a message comes.
 *
 * @param path    the part before the options
 * @param options the options as they are written
 */
record DynamicUri(String path, Map<String, Object> options) {

    private static final String SCHEME = "acs-call";
    private static final Pattern EXPRESSION = Pattern.compile("\\$(simple)?\\{");
    private static final Pattern WHOLE_EXPRESSION = Pattern.compile("\\$(simple)?\\{[^{}]*}");
    private static final Pattern NAME = Pattern.compile("[\\w.\\-]+");

    /** Whether a part comes with the message. */
    static boolean isDynamic(String uri) {
        return EXPRESSION.matcher(uri).find();
    }

    /** Reads a URI; empty when its expressions don't let themselves be told from its options. */
    static Optional<DynamicUri> read(String uri) throws Exception {
        String path = StringHelper.before(uri, "?", uri);
        Map<String, Object> options = URISupport.parseQuery(URISupport.extractQuery(uri));
        boolean clear = !isDynamic(path) && options.keySet().stream().allMatch(name -> NAME.matcher(name).matches())
                && options.values().stream().allMatch(DynamicUri::isWhole);
        return clear ? Optional.of(new DynamicUri(path, options)) : Optional.empty();
    }

    private static boolean isWhole(Object value) {
        return value instanceof String text && !isDynamic(WHOLE_EXPRESSION.matcher(text).replaceAll(""));
    }

    /** What the endpoint does. */
    String operation() {
        return StringHelper.after(path, ":").replaceFirst("^//", "");
    }

    /** The options whose values no message changes. */
    Map<String, Object> fixed(CamelContext context) {
        Map<String, Object> fixed = new LinkedHashMap<>(options);
        fixed.values().removeIf(value -> isDynamic(value.toString()));
        RawParameterHelper.resolveRawParameterValues(context, fixed);
        return fixed;
    }

    /** The options that the component does not know. */
    Set<String> unknown(CamelContext context, RequestOptionTable table) {
        Set<String> known = context.getCamelContextExtension().getEndpointUriFactory(SCHEME).propertyNames();
        Set<String> unknown = new TreeSet<>(options.keySet());
        unknown.removeIf(name -> table.isRequestOption(name) || known.contains(name));
        return unknown;
    }

    /** The names of the options that belong to a request; those with a prefix by the prefix alone. */
    Set<String> requestOptions(RequestOptionTable table) {
        return options.keySet().stream().filter(table::isRequestOption)
                .map(name -> RequestOptionTable.isPrefixed(name) ? StringHelper.before(name, ".") : name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
