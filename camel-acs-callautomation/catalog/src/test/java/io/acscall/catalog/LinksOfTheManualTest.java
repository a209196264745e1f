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
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** No link of any page is dead. Addresses of other hosts are looked at by their form only. */
class LinksOfTheManualTest {

    @Test
    void everyLinkLeadsToAFileAndToAHeadingThatThereIs() throws Exception {
        List<String> dead = new ArrayList<>();
        for (Path page : ProjectFiles.pages()) {
            for (String link : MarkdownPage.read(page).links()) {
                problem(page, link).ifPresent(one -> dead.add(ProjectFiles.name(page) + ": " + link + " " + one));
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void everyPageOfTheManualIsInItsTableOfContents() throws Exception {
        Path contents = ProjectFiles.named("docs/README.md");
        Set<String> named = new TreeSet<>();
        for (String link : MarkdownPage.read(contents).links()) {
            named.add(ProjectFiles.name(contents.resolveSibling(link.replaceAll("#.*", "")).normalize()));
        }
        Set<String> pages = new TreeSet<>();
        ProjectFiles.below("docs", ".md").stream().map(ProjectFiles::name).filter(name -> name.matches("docs/[^/]*"))
                .forEach(pages::add);
        pages.remove("docs/README.md");

        assertThat(named).containsAll(pages);
    }

    private static Optional<String> problem(Path page, String link) throws IOException {
        if (link.matches("[a-z]+:.*")) {
            return foreign(link);
        }
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)) {
            return Optional.of("is no file");
        }
        boolean heading = parts.length == 1 || MarkdownPage.read(target).anchors().contains(parts[1]);
        return heading ? Optional.empty() : Optional.of("is no heading");
    }

    private static Optional<String> foreign(String link) {
        try {
            URI address = new URI(link);
            boolean good = Set.of("http", "https").contains(address.getScheme()) && address.getHost() != null;
            return good ? Optional.empty() : Optional.of("is no address of the web");
        } catch (URISyntaxException e) {
            return Optional.of(e.getMessage());
        }
    }
}
