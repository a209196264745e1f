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

import java.util.List;

import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.support.CamelContextHelper;

/**
 * Camel hides values in its summaries and consoles by the names of options that it knows. These are ours that it does
 * not know.
 */
final class MaskedOptions {

    private static final List<String> NAMES = List.of("eventGridSecret", "callbackSecret");

    private MaskedOptions() {
    }

    /** Tells a context which options it must not show. */
    static void addTo(CamelContext context) {
        ExtendedCamelContext known = context.getCamelContextExtension();
        for (String name : NAMES) {
            if (!CamelContextHelper.containsSensitive(context, name)) {
                String words = known.getAdditionalSensitiveKeywords();
                known.setAdditionalSensitiveKeywords(words == null ? name : words + "," + name);
            }
        }
    }
}
