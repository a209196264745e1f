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
package io.acscall.camel.console;

import java.util.List;
import java.util.Map;

/**
 * Maps and lists as text for people.
 */
public final class PlainText {

    private PlainText() {
    }

    /**
     * Writes a tree.
     *
     * @param  tree maps, lists and values
     * @return      a line for each value and for each row of a table
     */
    public static String of(Map<?, ?> tree) {
        StringBuilder text = new StringBuilder();
        write(text, "", tree);
        return text.toString();
    }

    private static void write(StringBuilder text, String indent, Map<?, ?> tree) {
        tree.forEach((name, value) -> {
            text.append(indent).append(name);
            if (value instanceof Map<?, ?> branch) {
                text.append(":\n");
                write(text, indent + "    ", branch);
            } else if (value instanceof List<?> rows) {
                text.append(" (").append(rows.size()).append("):\n");
                rows.forEach(
                        row -> text.append(indent).append("    ").append(row instanceof Map<?, ?> cells ? line(cells) : row)
                                .append('\n'));
            } else {
                text.append(": ").append(value).append('\n');
            }
        });
    }

    private static String line(Map<?, ?> cells) {
        StringBuilder line = new StringBuilder();
        cells.forEach((name, value) -> line.append(line.isEmpty() ? "" : "  ").append(name).append('=').append(value));
        return line.toString();
    }
}
