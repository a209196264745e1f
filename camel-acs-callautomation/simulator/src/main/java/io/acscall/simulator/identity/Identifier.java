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
package io.acscall.simulator.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A person, app or number, known by its raw id ({@code 4:+16045550100}, {@code 8:acs:…}, {@code 8:orgid:…},
 * {@code 28:orgid:…}). Two identifiers are equal when their raw ids are.
 *
 * @param rawId the raw id; never null or blank
 * @param kind  what the raw id stands for; never null
 */
public record Identifier(String rawId, IdentifierKind kind) {

    /**
     * Reads what a person would write: a phone number with {@code +}, or a raw id.
     *
     * @throws IllegalArgumentException when the text is null, blank, or a number without {@code +}
     */
    public static Identifier of(String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(
                    "A person needs a phone number such as +16045550100 or a raw id such as 8:acs:…");
        }
        String trimmed = text.trim();
        if (trimmed.startsWith("+")) {
            return RawIds.identifier("4:" + trimmed);
        }
        if (trimmed.indexOf(':') < 0) {
            throw new IllegalArgumentException(
                    "\"" + trimmed + "\" is neither a phone number such as +16045550100 nor a raw id such as 8:acs:…");
        }
        return RawIds.identifier(trimmed);
    }

    /**
     * Takes any text that is not empty for a raw id, as the service does.
     */
    public static Identifier ofRawId(String rawId) {
        return RawIds.identifier(rawId);
    }

    /** Whether this is a phone number, so whether the call runs over the telephone network. */
    public boolean isPhone() {
        return kind == IdentifierKind.PHONE_NUMBER;
    }

    /** The phone number with its {@code +}, or the raw id of anybody else. */
    public String display() {
        return isPhone() ? rawId.substring(2) : rawId;
    }

    /**
     * The identifier as responses and events show it: {@code rawId}, {@code kind} and the sub-object. A fresh tree each
     * time.
     */
    public ObjectNode toJson() {
        return RawIds.json(this);
    }
}
