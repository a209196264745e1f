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
package io.acscall.simulator.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path with parameters, such as <code>/calling/callConnections/{callConnectionId}:play</code>. It is matched against
 * the raw path; a parameter is one segment without a colon, or with colons when written <code>{*name}</code> (raw ids
 * have them). Values are percent-decoded after the match, and a {@code +} stays a {@code +}.
 */
public final class PathTemplate {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\*?)(\\w+)}");

    private final String text;
    private final Pattern pattern;
    private final String[] names;

    private PathTemplate(String text, Pattern pattern, String[] names) {
        this.text = text;
        this.pattern = pattern;
        this.names = names;
    }

    public static PathTemplate of(String text) {
        StringBuilder regex = new StringBuilder();
        List<String> names = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(text);
        int end = 0;
        while (matcher.find()) {
            regex.append(Pattern.quote(text.substring(end, matcher.start())));
            regex.append(matcher.group(1).isEmpty() ? "([^/:]+)" : "([^/]+)");
            names.add(matcher.group(2));
            end = matcher.end();
        }
        regex.append(Pattern.quote(text.substring(end)));
        return new PathTemplate(text, Pattern.compile(regex.toString()), names.toArray(String[]::new));
    }

    /**
     * @param  rawPath path as it came, without query
     * @return         the decoded parameters by name, or empty when the path has another shape or a broken percent
     *                 escape
     */
    public Optional<Map<String, String>> match(String rawPath) {
        Matcher matcher = pattern.matcher(rawPath);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            Optional<String> value = PercentDecoding.segment(matcher.group(i + 1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.put(names[i], value.get());
        }
        return Optional.of(values);
    }

    @Override
    public String toString() {
        return text;
    }
}
