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
package io.acscall.camel.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the manual: text by hand, and parts between <code>&lt;!-- generated:NAME --&gt;</code> and
 * <code>&lt;!-- end --&gt;</code> that are made of the code. Run the tests with {@code -Dacs-call.docs.update=true} to
 * write them anew.
 */
record DocsPage(Path file) {

    private static final Pattern GENERATED = Pattern.compile("<!-- generated:([\\w-]+) -->\\n.*?<!-- end -->", Pattern.DOTALL);

    /** A page in the docs folder of the project. */
    static DocsPage named(String name) {
        return new DocsPage(projectFolder().resolve("docs").resolve(name));
    }

    static Path projectFolder() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("docs"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("No folder above this module has a folder docs");
        }
        return folder;
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page with all its generated parts made anew; writes it when that is asked for. */
    String regenerated(Map<String, String> parts) {
        Matcher found = GENERATED.matcher(text());
        while (found.find()) {
            if (!parts.containsKey(found.group(1))) {
                throw new IllegalStateException(
                        file.getFileName() + " asks for a generated part that nobody makes: " + found.group(1));
            }
        }
        return with(parts);
    }

    /**
     * The page with these of its generated parts made anew, the others as they are; writes it when that is asked for.
     */
    String with(Map<String, String> parts) {
        Matcher found = GENERATED.matcher(text());
        StringBuilder page = new StringBuilder();
        while (found.find()) {
            String content = parts.get(found.group(1));
            if (content == null) {
                found.appendReplacement(page, Matcher.quoteReplacement(found.group()));
                continue;
            }
            found.appendReplacement(page, Matcher.quoteReplacement(
                    "<!-- generated:" + found.group(1) + " -->\n" + content.strip() + "\n<!-- end -->"));
        }
        found.appendTail(page);
        if (Boolean.getBoolean("acs-call.docs.update")) {
            write(page.toString());
        }
        return page.toString();
    }

    /**
     * The page with one generated part made anew, on a page that several tests make; writes it when that is asked for.
     */
    String withPart(String name, String content) {
        String begin = "<!-- generated:" + name + " -->\n";
        int from = text().indexOf(begin);
        int to = text().indexOf("<!-- end -->", from);
        if (from < 0 || to < 0) {
            throw new IllegalStateException(file.getFileName() + " has no generated part " + name);
        }
        String page = text().substring(0, from) + begin + content.strip() + "\n" + text().substring(to);
        if (Boolean.getBoolean("acs-call.docs.update")) {
            write(page);
        }
        return page;
    }

    private void write(String page) {
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fenced blocks of a language. */
    List<String> blocks(String language) {
        List<String> blocks = new ArrayList<>();
        Matcher found = Pattern.compile("^```" + language + "\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE).matcher(text());
        while (found.find()) {
            blocks.add(found.group(1));
        }
        return blocks;
    }
}
