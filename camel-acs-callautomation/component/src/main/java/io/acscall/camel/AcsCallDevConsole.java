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
import java.util.TreeMap;

import io.acscall.camel.console.ActivityTable;
import io.acscall.camel.console.PlainText;
import io.acscall.camel.metrics.Reading;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonObject;

/**
 * The dev console of the components of a context: calls that are up, open waits, streams, the last actions, events and
 * refusals, and all numbers that can be read. Options: {@code limit} (the most rows of each table, 20 by default) and
 * {@code callConnectionId} (rows of this call only).
 */
@DevConsole(name = "acs-call", displayName = "Phone calls",
            description = "Calls, open waits, streams, last events and refusals of acs-call")
public class AcsCallDevConsole extends AbstractDevConsole {

    private static final String LIMIT = "limit";
    private static final int ROWS = 20;

    /** For Camel. */
    public AcsCallDevConsole() {
        super("camel", "acs-call", "Phone calls", "Calls, open waits, streams, last events and refusals of acs-call");
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        return new JsonObject(components(options));
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        return PlainText.of(components(options));
    }

    private Map<String, Object> components(Map<String, Object> options) {
        CamelContext context = getCamelContext();
        Map<String, Object> components = new TreeMap<>();
        for (String name : context.getComponentNames()) {
            if (context.hasComponent(name) instanceof AcsCallComponent component && component.isStarted()) {
                components.put(name, of(component, options));
            }
        }
        return components;
    }

    private static Map<String, Object> of(AcsCallComponent component, Map<String, Object> options) {
        Map<String, Object> shown = new LinkedHashMap<>();
        Map<String, Object> numbers = new LinkedHashMap<>();
        for (Reading reading : component.readings().all()) {
            numbers.put(name(reading), (long) reading.value().getAsDouble());
        }
        shown.put("numbers", numbers);
        ActivityTable table = new ActivityTable(limit(options), (String) options.get("callConnectionId"));
        component.activity().ifPresent(activity -> shown.putAll(table.of(activity)));
        shown.put("refused", component.getRefusals());
        component.consoleSections().forEach(section -> shown.put(section.name(), section.content(options)));
        return shown;
    }

    /** The meter without the prefix that all have, with the values of its tags. */
    private static String name(Reading reading) {
        StringBuilder name = new StringBuilder(reading.meter().meterName().replaceFirst("^acs\\.call\\.", ""));
        reading.meter().tags().forEach(tag -> name.append('.').append(reading.tags().get(tag)));
        return name.toString();
    }

    private static int limit(Map<String, Object> options) {
        Object limit = options.get(LIMIT);
        return limit != null && limit.toString().matches("[0-9]{1,4}") ? Integer.parseInt(limit.toString()) : ROWS;
    }
}
