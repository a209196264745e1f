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
package io.acscall.camel.event;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * One element of a body, read straight into the plain values that the payload of an event consists of.
 *
 * @param fields   its fields, {@code null} where it is no object
 * @param infinite whether it holds a number such as 1e999, which becomes infinite and which JSON cannot write: the
 *                 event could be read but never passed on
 */
record WireElement(FrozenMap fields, boolean infinite) {

    private static final WireElement NO_OBJECT = new WireElement(null, false);

    /**
     * Reads the value at which the parser stands, to its end.
     *
     * @param letters what the body is written with
     */
    static WireElement read(JsonParser parser, Letters letters) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return NO_OBJECT;
        }
        Values values = new Values(parser, letters == Letters.PLAIN);
        FrozenMap fields = values.object();
        return new WireElement(fields, values.infinite);
    }

    /** As deep as the limit of the parser allows. */
    private static final class Values {

        private final JsonParser parser;
        private final boolean wellFormed;
        private boolean infinite;

        private Values(JsonParser parser, boolean wellFormed) {
            this.parser = parser;
            this.wellFormed = wellFormed;
        }

        private FrozenMap object() throws IOException {
            LinkedHashMap<String, Object> fields = new LinkedHashMap<>();
            int names = 0;
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                fields.put(text(name), value());
                names++;
                if (fields.size() < names) {
                    throw new JsonParseException(parser, "A name is there twice");
                }
            }
            return new FrozenMap(fields);
        }

        private List<Object> array() throws IOException {
            List<Object> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value());
            }
            return Collections.unmodifiableList(elements);
        }

        private Object value() throws IOException {
            return switch (parser.currentToken()) {
                case START_OBJECT -> object();
                case START_ARRAY -> array();
                case VALUE_STRING -> text(parser.getText());
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case VALUE_NULL -> null;
                default -> number();
            };
        }

        private String text(String read) {
            return wellFormed ? read : Payload.wellFormed(read);
        }

        private Number number() throws IOException {
            Number number = parser.getNumberValue();
            infinite |= number instanceof Double value && value.isInfinite();
            return number;
        }
    }
}
