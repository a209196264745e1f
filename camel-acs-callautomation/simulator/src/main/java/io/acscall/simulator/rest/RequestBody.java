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
package io.acscall.simulator.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.identity.IdentifierReader;

/**
 * Reads the fields of a request, or of an object within it. Unknown fields are nobody's business; a required field that
 * is missing, and any field of the wrong form, is refused with 400/8523 and its name.
 */
public final class RequestBody {

    private final JsonNode json;
    private final String path;

    /**
     * @param json the object; null or not an object reads like an empty one
     */
    public RequestBody(JsonNode json) {
        this(json, "");
    }

    private RequestBody(JsonNode json, String path) {
        this.json = json;
        this.path = path;
    }

    /** A text that must be there and not empty. */
    public String text(String field) {
        String value = optionalText(field);
        if (value == null || value.isBlank()) {
            throw missing(field);
        }
        return value;
    }

    /** A text, or null. */
    public String optionalText(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            throw wrong(field, "it must be a string.");
        }
        return value.textValue();
    }

    /** Texts, at least one, none of them empty. */
    public List<String> texts(String field) {
        JsonNode value = array(field);
        if (value == null || value.isEmpty()) {
            throw missing(field);
        }
        List<String> all = new ArrayList<>();
        for (JsonNode one : value) {
            if (!one.isTextual() || one.textValue().isBlank()) {
                throw wrong(field + "[" + all.size() + "]", "it must be a string that is not empty.");
            }
            all.add(one.textValue());
        }
        return all;
    }

    /** A boolean that must be there. */
    public boolean flag(String field) {
        if (value(field) == null) {
            throw missing(field);
        }
        return optionalFlag(field);
    }

    /** A boolean, false when absent. */
    public boolean optionalFlag(String field) {
        JsonNode value = value(field);
        if (value != null && !value.isBoolean()) {
            throw wrong(field, "it must be true or false.");
        }
        return value != null && value.booleanValue();
    }

    /** A whole number within limits, 0 when absent. */
    public int optionalInteger(String field, int least, int most) {
        JsonNode value = value(field);
        if (value == null) {
            return 0;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < least || value.intValue() > most) {
            throw wrong(field, "it must be a whole number from " + least + " to " + most + ".");
        }
        return value.intValue();
    }

    /** An absolute http or https address, or null. */
    public URI optionalUri(String field) {
        return optionalUri(field, List.of("http", "https"), "https://app.example.com/events");
    }

    /**
     * An absolute address, or null.
     *
     * @param schemes in lower case
     * @param example of a good one
     */
    public URI optionalUri(String field, List<String> schemes, String example) {
        String text = optionalText(field);
        if (text == null) {
            return null;
        }
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && uri.getScheme() != null
                    && schemes.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw wrong(field, "it must be an absolute URL such as " + example + ".");
        }
        throw wrong(field, "it must be an absolute URL such as " + example + ".");
    }

    /** An identifier that must be there. */
    public Identifier identifier(String field) {
        return IdentifierReader.read(value(field)).orElseThrow(() -> missing(field));
    }

    /** An identifier, or null. */
    public Identifier optionalIdentifier(String field) {
        return value(field) == null
                ? null : IdentifierReader.read(value(field)).orElseThrow(() -> wrong(field, "it names nobody."));
    }

    /** Identifiers; empty when absent. */
    public List<Identifier> optionalIdentifiers(String field) {
        JsonNode value = array(field);
        List<Identifier> all = new ArrayList<>();
        for (int i = 0; value != null && i < value.size(); i++) {
            String element = field + "[" + i + "]";
            all.add(IdentifierReader.read(value.get(i)).orElseThrow(() -> wrong(element, "it names nobody.")));
        }
        return all;
    }

    /** Identifiers, at least one. */
    public List<Identifier> identifiers(String field) {
        List<Identifier> all = optionalIdentifiers(field);
        if (all.isEmpty()) {
            throw missing(field);
        }
        return all;
    }

    /** An object, or null. */
    public RequestBody optionalObject(String field) {
        JsonNode value = value(field);
        if (value != null && !value.isObject()) {
            throw wrong(field, "it must be an object.");
        }
        return value == null ? null : new RequestBody(value, name(field) + ".");
    }

    /** An object that must be there. */
    public RequestBody object(String field) {
        RequestBody object = optionalObject(field);
        if (object == null) {
            throw missing(field);
        }
        return object;
    }

    /** Objects, at least one. */
    public List<RequestBody> objects(String field) {
        JsonNode value = array(field);
        if (value == null || value.isEmpty()) {
            throw missing(field);
        }
        List<RequestBody> all = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            if (!value.get(i).isObject()) {
                throw wrong(field + "[" + i + "]", "it must be an object.");
            }
            all.add(new RequestBody(value.get(i), name(field) + "[" + i + "]."));
        }
        return all;
    }

    /** The refusal of a field of this object. */
    public ServiceFault wrong(String field, String why) {
        return ServiceFault.invalid(name(field), why);
    }

    /** The field as it came, or null when absent. */
    public JsonNode raw(String field) {
        return value(field);
    }

    private ServiceFault missing(String field) {
        return wrong(field, "it is required.");
    }

    private JsonNode array(String field) {
        JsonNode value = value(field);
        if (value != null && !value.isArray()) {
            throw wrong(field, "it must be an array.");
        }
        return value;
    }

    private JsonNode value(String field) {
        JsonNode value = json == null ? null : json.get(field);
        return value == null || value.isNull() ? null : value;
    }

    private String name(String field) {
        return path + field;
    }
}
