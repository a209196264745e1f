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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files of the project in which somebody reads how acs-call is used. */
final class ProjectFiles {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    private static final Pattern FENCED
            = Pattern.compile("^ *```([\\w-]*)\\n(.*?)^ *```$", Pattern.DOTALL | Pattern.MULTILINE);

    private ProjectFiles() {
    }

    /** Files with this ending below a folder of the project, none that a build has written. */
    static List<Path> below(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT.resolve(folder))) {
            return files.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !name(file).matches("(.*/)?(target|\\.git)/.*")).sorted().toList();
        }
    }

    /** All pages that people read: the README, the manual, the pages of the examples and those for who changes it. */
    static List<Path> pages() throws IOException {
        return below("", ".md");
    }

    /** All sources in Java, one after the other, without the blanks and the ends of lines between their words. */
    static String sources() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (Path file : below("", ".java")) {
            sources.append(withoutBlanks(Files.readString(file))).append('\n');
        }
        return sources.toString();
    }

    static String withoutBlanks(String text) {
        return text.replaceAll("\\s+", "");
    }

    static Path named(String name) {
        return PROJECT.resolve(name);
    }

    /** A file's path from the project's folder on. */
    static String name(Path file) {
        return PROJECT.relativize(file).toString().replace('\\', '/');
    }

    /** The fenced blocks of a language on a page; an empty one for those that name none. */
    static List<String> blocks(Path page, String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher found = FENCED.matcher(Files.readString(page));
        while (found.find()) {
            if (found.group(1).equals(language)) {
                blocks.add(found.group(2));
            }
        }
        return blocks;
    }
}
