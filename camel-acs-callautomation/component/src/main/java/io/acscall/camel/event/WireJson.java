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
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/**
 * Bytes that anybody may have sent, read as JSON within limits: strict UTF-8 (a byte order mark is skipped), no name
 * twice in an object, bounded depth, names, numbers and number of tokens, nothing after the end. How long a text may be
 * is left to the limit that the receiver puts on the whole body.
 */
final class WireJson {

    /** The service sends one event in each body; Event Grid batches are counted in tens. */
    static final int MOST_ELEMENTS = 1_000;

    private static final int DEEPEST = 100;
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_NUMBER = 100;
    /** A full call of 350 participants is about 8,000 tokens. */
    private static final long MOST_TOKENS = 250_000;

    private static final Pattern CHARSET = Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * The table of names that parsers share is bounded; the one of the virtual machine is not, so strangers' names must
     * not get there.
     */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(LONGEST_NAME)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxTokenCount(MOST_TOKENS)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private WireJson() {
    }

    /**
     * The elements of an array, or the one object.
     */
    static List<WireElement> elements(byte[] body, String contentType) throws NotAnEventException {
        if (body == null || body.length == 0) {
            throw new NotAnEventException("The body is empty");
        }
        requireUtf8(contentType);
        Letters letters = Letters.of(body);
        try (JsonParser parser = letters == Letters.OTHER ? decoded(body) : FACTORY.createParser(body)) {
            List<WireElement> elements = readAll(parser, letters);
            if (parser.nextToken() != null) {
                throw new NotAnEventException("The body goes on after the end of its JSON");
            }
            return elements;
        } catch (CharacterCodingException e) {
            throw new NotAnEventException("The body is not valid UTF-8");
        } catch (StreamConstraintsException e) {
            throw new NotAnEventException("The JSON goes beyond a limit (depth, number, name or tokens)" + place(e));
        } catch (IOException e) {
            throw new NotAnEventException("The body is not JSON" + (e instanceof JsonProcessingException p ? place(p) : ""));
        }
    }

    private static List<WireElement> readAll(JsonParser parser, Letters letters) throws IOException, NotAnEventException {
        List<WireElement> elements = new ArrayList<>(1);
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new NotAnEventException("The body is empty");
        }
        if (first != JsonToken.START_ARRAY) {
            elements.add(WireElement.read(parser, letters));
            return elements;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (elements.size() == MOST_ELEMENTS) {
                throw new NotAnEventException("The body holds more than " + MOST_ELEMENTS + " elements");
            }
            elements.add(WireElement.read(parser, letters));
        }
        return elements;
    }

    private static JsonParser decoded(byte[] body) throws IOException {
        CharBuffer text = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(body));
        if (text.get(0) == BYTE_ORDER_MARK) {
            text.position(1);
        }
        return FACTORY.createParser(text.array(), text.arrayOffset() + text.position(), text.remaining());
    }

    private static void requireUtf8(String contentType) throws NotAnEventException {
        if (contentType == null || contentType.indexOf(';') < 0) {
            return;
        }
        Matcher charset = CHARSET.matcher(contentType);
        if (charset.find() && !charset.group(1).matches("(?i)utf-?8|us-ascii")) {
            throw new NotAnEventException("The content type names another character set than UTF-8");
        }
    }

    private static String place(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
