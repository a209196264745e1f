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

import java.util.HashMap;
import java.util.Map;

import org.apache.camel.Exchange;

/**
 * The options of one toD step. They travel in an exchange property for the time of that step: no header from outside
 * can set it, and no other step sees it.
 */
final class DynamicOptions {

    private static final String PROPERTY = "CamelAcsCallDynamicOptions";

    private DynamicOptions() {
    }

    static void put(Exchange exchange, Map<String, Object> options) {
        exchange.setProperty(PROPERTY, options);
    }

    static void remove(Exchange exchange) {
        exchange.removeProperty(PROPERTY);
    }

    /** The options of the URI and, over them, those of the step. */
    static Map<String, Object> over(Map<String, Object> written, Exchange exchange) {
        Map<?, ?> dynamic = exchange.getProperty(PROPERTY, Map.class);
        if (dynamic == null) {
            return written;
        }
        Map<String, Object> all = new HashMap<>(written);
        dynamic.forEach((name, value) -> all.put((String) name, value));
        return all;
    }
}
