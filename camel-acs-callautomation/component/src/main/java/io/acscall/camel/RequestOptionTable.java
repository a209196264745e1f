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
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExtendedPropertyConfigurerGetter;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.PropertiesHelper;

/**
 * The options of {@link AcsCallRequestOptions} by name, through the configurer that Camel generates from its
 * annotations.
 */
final class RequestOptionTable {

    private static final Map<String, BiConsumer<AcsCallRequestOptions, Map<String, Object>>> PREFIXED
            = Map.of("voipHeader.", AcsCallRequestOptions::setVoipHeader, "sipHeader.", AcsCallRequestOptions::setSipHeader,
                    "mediaStreaming.", AcsCallRequestOptions::setMediaStreaming,
                    "transcription.", AcsCallRequestOptions::setTranscription,
                    "channelAffinity.", AcsCallRequestOptions::setChannelAffinity);

    private final CamelContext context;
    private final PropertyConfigurer configurer;
    private final ExtendedPropertyConfigurerGetter options;

    private RequestOptionTable(CamelContext context, PropertyConfigurer configurer) {
        this.context = context;
        this.configurer = configurer;
        this.options = (ExtendedPropertyConfigurerGetter) configurer;
    }

    static RequestOptionTable of(CamelContext context) {
        String name = AcsCallRequestOptions.class.getName() + "-configurer";
        return new RequestOptionTable(
                context, PluginHelper.getConfigurerResolver(context).resolvePropertyConfigurer(name, context));
    }

    /** Moves prefixed options such as {@code voipHeader.NAME} from the parameters of a URI into their maps. */
    static void takePrefixed(AcsCallRequestOptions target, Map<String, Object> parameters) {
        PREFIXED.forEach((prefix, setter) -> {
            Map<String, Object> found = PropertiesHelper.extractProperties(parameters, prefix);
            if (!found.isEmpty()) {
                setter.accept(target, found);
            }
        });
    }

    static boolean isPrefixed(String name) {
        return PREFIXED.keySet().stream().anyMatch(name::startsWith);
    }

    boolean isRequestOption(String name) {
        return isPrefixed(name) || options.getOptionType(name, true) != null;
    }

    /** Reads the parameters of a URI that are options of a request. */
    Map<String, Object> read(Map<String, Object> parameters) {
        AcsCallRequestOptions target = new AcsCallRequestOptions();
        Map<String, Object> rest = new LinkedHashMap<>(parameters);
        takePrefixed(target, rest);
        rest.forEach((name, value) -> configurer.configure(context, target, name, value, true));
        return valuesOf(target);
    }

    /** All values that are set, by the name of the option. */
    Map<String, Object> valuesOf(AcsCallRequestOptions target) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String capital : options.getAllOptions(target).keySet()) {
            Object value = options.getOptionValue(target, capital, true);
            if (value != null) {
                values.put(capital.substring(0, 1).toLowerCase(Locale.ROOT) + capital.substring(1), value);
            }
        }
        return values;
    }
}
