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
package io.acscall.simulator.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.rest.RequestBody;

/** Reads what only the control API has: people as they are written, and times in milliseconds. */
final class ControlFields {

    private ControlFields() {
    }

    /**
     * @throws ServiceFault 400 when the text is neither a number nor a raw id
     */
    static Identifier person(String text, String field) {
        try {
            return Identifier.of(text);
        } catch (IllegalArgumentException e) {
            throw ServiceFault.invalid(field, e.getMessage());
        }
    }

    /**
     * @return              null when absent
     * @throws ServiceFault 400 when it is not a whole number of 0 or more
     */
    static Duration millis(RequestBody body, String field) {
        JsonNode value = body.raw(field);
        if (value == null) {
            return null;
        }
        if (!value.canConvertToLong() || !value.isIntegralNumber() || value.longValue() < 0) {
            throw body.wrong(field, "it must be milliseconds, such as 200.");
        }
        return Duration.ofMillis(value.longValue());
    }

    /**
     * How many of a list are wanted, by the query parameter {@code newest}; all when it is absent.
     *
     * @throws ServiceFault 400 when it is not a whole number from 1 on
     */
    static int newest(ControlRequest request) {
        String newest = request.query().get("newest");
        if (newest == null) {
            return Integer.MAX_VALUE;
        }
        if (!newest.matches("[1-9]\\d{0,8}")) {
            throw ServiceFault.invalid("newest", "it must be how many are wanted at most, such as 200.");
        }
        return Integer.parseInt(newest);
    }

    /**
     * A text, or several in an array.
     *
     * @return              empty when absent
     * @throws ServiceFault 400 when it is something else
     */
    static List<String> texts(RequestBody body, String field) {
        JsonNode value = body.raw(field);
        List<JsonNode> all = new ArrayList<>();
        if (value != null && value.isArray()) {
            value.forEach(all::add);
        } else if (value != null) {
            all.add(value);
        }
        if (!all.stream().allMatch(JsonNode::isTextual)) {
            throw body.wrong(field, "it must be a string, or an array of strings.");
        }
        return all.stream().map(JsonNode::textValue).toList();
    }
}
