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
package io.acscall.simulator.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** A JSON object of a recording and where it stands, so that a message can say what is wrong with which member. */
record FileNode(JsonNode json, String where) {

    boolean has(String member) {
        return json.hasNonNull(member);
    }

    /** A text that must be there. */
    String text(String member) {
        return optionalText(member).orElseThrow(() -> wrong(member, "a text is needed"));
    }

    Optional<String> optionalText(String member) {
        JsonNode value = json.get(member);
        if (value != null && !value.isNull() && !value.isTextual()) {
            throw wrong(member, "it must be a text");
        }
        return Optional.ofNullable(value).map(JsonNode::textValue);
    }

    Optional<Long> number(String member) {
        JsonNode value = json.get(member);
        if (value != null && !value.isNull() && !value.isIntegralNumber()) {
            throw wrong(member, "it must be a whole number");
        }
        return Optional.ofNullable(value).filter(JsonNode::isNumber).map(JsonNode::longValue);
    }

    /** Milliseconds, not negative. */
    Optional<Long> millis(String member) {
        Optional<Long> value = number(member);
        if (value.filter(millis -> millis < 0).isPresent()) {
            throw wrong(member, "it must not be negative");
        }
        return value;
    }

    Optional<Duration> duration(String member) {
        return millis(member).map(Duration::ofMillis);
    }

    Optional<Instant> instant(String member) {
        try {
            return optionalText(member).map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            throw wrong(member, "it must be a time such as 2026-01-31T09:15:00Z");
        }
    }

    boolean flag(String member) {
        return json.path(member).asBoolean(false);
    }

    Optional<JsonNode> object(String member) {
        JsonNode value = json.get(member);
        if (value != null && !value.isNull() && !value.isObject()) {
            throw wrong(member, "it must be an object");
        }
        return Optional.ofNullable(value).filter(JsonNode::isObject);
    }

    /** The objects of an array; empty when it is absent. */
    List<FileNode> list(String member) {
        List<FileNode> all = new ArrayList<>();
        for (JsonNode one : array(member)) {
            FileNode node = new FileNode(one, where + "/" + member + "/" + all.size());
            if (!one.isObject()) {
                throw new IllegalArgumentException("The recording is wrong at " + node.where + ": it must be an object.");
            }
            all.add(node);
        }
        return all;
    }

    /** The texts of an array; empty when it is absent. */
    List<String> texts(String member) {
        List<String> all = new ArrayList<>();
        array(member).forEach(one -> all.add(one.asText()));
        return all;
    }

    private Iterable<JsonNode> array(String member) {
        JsonNode value = json.path(member);
        if (!value.isMissingNode() && !value.isArray()) {
            throw wrong(member, "it must be an array");
        }
        return value;
    }

    IllegalArgumentException wrong(String member, String why) {
        return new IllegalArgumentException("The recording is wrong at " + where + "/" + member + ": " + why + ".");
    }
}
