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
package io.acscall.camel.client;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A person or app that can be in a call: the service's {@code CommunicationIdentifierModel}, written as people write it
 * (<code>+16041234567</code>, <code>8:acs:…</code>, <code>8:orgid:…</code>, <code>28:…</code>, <code>4:+…</code>).
 *
 * @param kind  which of the service's kinds it is, as the raw id says; {@link #ofRawId} finds it
 * @param rawId the raw id, never {@code null}: the id of the service in one text
 */
public record Participant(ParticipantKind kind, String rawId) {

    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[1-9][0-9]{1,14}");
    private static final Pattern RAW_ID = Pattern.compile("[0-9]{1,3}:\\S+");
    private static final String PHONE_PREFIX = "4:";

    public Participant {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(rawId, "rawId");
        if (kind != ParticipantKind.ofRawId(rawId)) {
            throw new IllegalArgumentException("has a raw id of another kind than " + kind);
        }
    }

    /**
     * Reads what a person wrote.
     *
     * @param  text                     a number in E.164 with <code>+</code>, or a raw id
     * @return                          the participant
     * @throws IllegalArgumentException when the text is neither; the message does not repeat the text
     */
    public static Participant parse(String text) {
        String id = Objects.requireNonNull(text, "text").trim();
        if (PHONE_NUMBER.matcher(id).matches()) {
            return ofRawId(PHONE_PREFIX + id);
        }
        if (RAW_ID.matcher(id).matches()) {
            return ofRawId(checkedPhone(id));
        }
        throw new IllegalArgumentException(
                id.isEmpty() ? "is empty" : "is neither a phone number with + and country code nor a raw id such as 8:acs:…");
    }

    private static String checkedPhone(String rawId) {
        boolean digits = rawId.startsWith(PHONE_PREFIX) && rawId.length() > 2
                && (rawId.charAt(2) == '+' || Character.isDigit(rawId.charAt(2)));
        if (digits && !PHONE_NUMBER.matcher(beforeAssertedId(rawId.substring(2))).matches()) {
            throw new IllegalArgumentException(
                    "is a raw id of a phone number that is not in E.164 form such as 4:+16041234567");
        }
        return rawId;
    }

    /**
     * The participant with a raw id of the service.
     *
     * @param rawId any raw id; an unknown form becomes {@link ParticipantKind#UNKNOWN}
     */
    public static Participant ofRawId(String rawId) {
        return new Participant(ParticipantKind.ofRawId(rawId), rawId);
    }

    /**
     * Reads an identifier of the service or of a user's own JSON: by the sub-object, else by {@code rawId}.
     *
     * @param  node                     the identifier object
     * @return                          the participant
     * @throws IllegalArgumentException when it names nobody, or when its parts name different people
     */
    public static Participant fromJson(JsonNode node) {
        String raw = text(node, "rawId");
        String fromParts = node == null ? null : ParticipantKind.rawIdOfParts(node);
        if (raw == null && fromParts == null) {
            throw new IllegalArgumentException("names nobody: neither rawId nor an identifier is there");
        }
        if (raw != null && fromParts != null && !sameIdentity(raw, fromParts)) {
            throw new IllegalArgumentException("names two different people in rawId and in its other parts");
        }
        return ofRawId(raw != null ? raw : fromParts);
    }

    /**
     * Reads an identifier of the service from the payload of an event.
     *
     * @param  identifier               its fields: texts, booleans and maps of those
     * @return                          the participant
     * @throws IllegalArgumentException when it names nobody, or when its parts name different people
     */
    public static Participant fromFields(Map<?, ?> identifier) {
        return fromJson(tree(identifier));
    }

    private static ObjectNode tree(Map<?, ?> fields) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        fields.forEach((name, value) -> {
            if (value instanceof Map<?, ?> parts) {
                tree.set(name.toString(), tree(parts));
            } else if (value instanceof Boolean flag) {
                tree.put(name.toString(), flag);
            } else if (value instanceof String text) {
                tree.put(name.toString(), text);
            }
        });
        return tree;
    }

    /** The raw id of a number may carry an asserted id that the sub-object keeps apart. */
    private static boolean sameIdentity(String raw, String fromParts) {
        return raw.equals(fromParts) || raw.startsWith(PHONE_PREFIX) && beforeAssertedId(raw).equals(fromParts);
    }

    /**
     * The wire form with {@code kind}, {@code rawId} and the sub-object.
     */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", kind.wireName());
        json.setAll(toJsonWithoutKind());
        return json;
    }

    /**
     * The wire form without {@code kind}, as the service's own clients send it for media targets.
     */
    public ObjectNode toJsonWithoutKind() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("rawId", rawId);
        ObjectNode parts = kind.parts(rawId);
        if (parts != null) {
            json.set(kind.wireName(), parts);
        }
        return json;
    }

    /**
     * What a person would write: the bare number for a phone, else the raw id.
     */
    public String notation() {
        if (kind == ParticipantKind.PHONE_NUMBER && rawId.startsWith(PHONE_PREFIX + "+")) {
            return beforeAssertedId(rawId.substring(PHONE_PREFIX.length()));
        }
        return rawId;
    }

    /**
     * Whether this is a phone number with digits (not an anonymous caller).
     */
    public boolean isPhoneNumber() {
        return kind == ParticipantKind.PHONE_NUMBER && rawId.startsWith(PHONE_PREFIX + "+");
    }

    static String beforeAssertedId(String phone) {
        int asserted = phone.lastIndexOf('_');
        return asserted > 0 ? phone.substring(0, asserted) : phone;
    }

    static String text(JsonNode node, String field) {
        JsonNode value = node == null ? null : node.get(field);
        return value == null || !value.isTextual() || value.textValue().isEmpty() ? null : value.textValue();
    }

    /**
     * Masked: numbers and ids of people do not belong into logs.
     */
    @Override
    public String toString() {
        return Masking.number(notation());
    }
}
