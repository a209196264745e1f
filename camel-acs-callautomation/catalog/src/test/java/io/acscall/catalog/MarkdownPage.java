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
package io.acscall.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page in Markdown as its readers see it: where its links go, and what can be linked to. */
record MarkdownPage(Path file, String prose) {

    private static final Pattern FENCED = Pattern.compile("^ *```.*?^ *```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern BARE = Pattern.compile("<(https?://[^>]*)>");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} (.*)$", Pattern.MULTILINE);

    static MarkdownPage read(Path file) throws IOException {
        return new MarkdownPage(file, FENCED.matcher(Files.readString(file)).replaceAll(""));
    }

    /** The targets of its links and pictures, as they are written. */
    List<String> links() {
        String text = CODE.matcher(prose).replaceAll("");
        return Stream.of(LINK, BARE).flatMap(one -> one.matcher(text).results()).map(found -> found.group(1)).toList();
    }

    /** The anchors of its headings. */
    Set<String> anchors() {
        return HEADING.matcher(prose).results().map(found -> anchor(found.group(1))).collect(Collectors.toSet());
    }

    private static String anchor(String heading) {
        return heading.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1").strip().toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "")
                .replace(' ', '-');
    }
}
