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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * Compares the requests of a recording with those of today, one after the other. A name in the recording stands for one
 * and the same thing throughout, whatever it is called today. Not thread-safe.
 */
final class RequestComparer {

    private static final Pattern NAME = Pattern.compile("\\$[A-Za-z]+(?=\\d)\\d+|\\+1555555\\d{4}");

    private final Map<String, String> now = new HashMap<>();
    private final Map<String, String> then = new HashMap<>();

    /** Says what something in the recording is called today. */
    void bind(String recorded, String today) {
        now.put(recorded, today);
        then.put(today, recorded);
    }

    /** What is different, a sentence each; empty when nothing is. */
    List<String> differences(RecordedRequest recorded, RecordedRequest today) {
        List<String> found = new ArrayList<>();
        text("operation", recorded.operation(), today.operation(), found);
        if (found.isEmpty()) {
            text("method", recorded.method(), today.method(), found);
            text("path", recorded.path(), today.path(), found);
            query(recorded.query(), today.query(), found);
            node("", missing(recorded.body()), missing(today.body()), found);
        }
        return found;
    }

    private void query(Map<String, String> recorded, Map<String, String> today, List<String> found) {
        Set<String> names = new LinkedHashSet<>(recorded.keySet());
        names.addAll(today.keySet());
        for (String name : names) {
            text("?" + name, Objects.toString(recorded.get(name), ""), Objects.toString(today.get(name), ""), found);
        }
    }

    private void node(String where, JsonNode recorded, JsonNode today, List<String> found) {
        if (RecordedInput.HIDDEN.equals(recorded.textValue()) && !today.isMissingNode()) {
            return;
        }
        if (recorded.isObject() && today.isObject()) {
            members(where, recorded, today, found);
        } else if (recorded.isArray() && today.isArray()) {
            for (int i = 0; i < Math.max(recorded.size(), today.size()); i++) {
                node(where + "/" + i, recorded.path(i), today.path(i), found);
            }
        } else if (recorded.isTextual() && today.isTextual()) {
            text(where, recorded.textValue(), today.textValue(), found);
        } else if (!same(recorded, today)) {
            found.add(sentence(where, shown(recorded), shown(today)));
        }
    }

    private void members(String where, JsonNode recorded, JsonNode today, List<String> found) {
        Set<String> names = new LinkedHashSet<>();
        recorded.fieldNames().forEachRemaining(names::add);
        today.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> node(where + "/" + name, recorded.path(name), today.path(name), found));
    }

    private void text(String where, String recorded, String today, List<String> found) {
        List<String> before = names(recorded);
        List<String> after = names(today);
        boolean same = skeleton(recorded).equals(skeleton(today)) && before.size() == after.size();
        for (int i = 0; same && i < before.size(); i++) {
            same = matches(before.get(i), after.get(i));
        }
        if (!same) {
            found.add(sentence(where, '"' + recorded + '"', '"' + today + '"'));
        }
    }

    private boolean matches(String recorded, String today) {
        boolean known = now.containsKey(recorded) || then.containsKey(today);
        if (!known) {
            bind(recorded, today);
        }
        return today.equals(now.get(recorded)) && recorded.equals(then.get(today));
    }

    private static List<String> names(String text) {
        return NAME.matcher(text).results().map(result -> result.group()).toList();
    }

    /** The text with the kind of each name in its place. */
    private static String skeleton(String text) {
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(
                name.group().startsWith("+") ? "$number" : name.group().replaceAll("\\d+$", "")));
    }

    private static boolean same(JsonNode recorded, JsonNode today) {
        return recorded.equals(today)
                || recorded.isNumber() && today.isNumber() && recorded.decimalValue().compareTo(today.decimalValue()) == 0;
    }

    private static JsonNode missing(JsonNode body) {
        return body == null ? MissingNode.getInstance() : body;
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }

    private static String sentence(String where, String recorded, String today) {
        return (where.isEmpty() ? "body" : where) + ": recorded " + recorded + ", now " + today;
    }
}
