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

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who asks, for the service's telemetry: {@code acs-call/0.1.0 (Java 17; Camel 4.18.0)}.
 */
public final class UserAgent {

    private static final String BUILD = "/META-INF/maven/io.acscall/camel-acs-callautomation/pom.properties";

    private UserAgent() {
    }

    /**
     * The value of the header.
     *
     * @param parts what stands in brackets after the Java version, for example {@code Camel 4.18.0}; blank ones are
     *              left out
     */
    public static String of(String... parts) {
        String comment = Stream.concat(Stream.of("Java " + Runtime.version().feature()), Stream.of(parts))
                .filter(part -> part != null && !part.isBlank())
                .map(UserAgent::plain)
                .collect(Collectors.joining("; "));
        return "acs-call/" + plain(version()) + " (" + comment + ")";
    }

    /** The version in the jar's manifest, else in the properties that Maven puts beside it, else "dev". */
    static String version() {
        String version = UserAgent.class.getPackage().getImplementationVersion();
        return version != null ? version : versionOfBuild();
    }

    private static String versionOfBuild() {
        try (InputStream file = UserAgent.class.getResourceAsStream(BUILD)) {
            Properties properties = new Properties();
            if (file != null) {
                properties.load(file);
            }
            return properties.getProperty("version", "dev");
        } catch (IOException e) {
            return "dev";
        }
    }

    /** Only what may stand in a header and does not end the comment. */
    private static String plain(String text) {
        return text.strip().replaceAll("[^\\x20-\\x7e]|[()\\\\]", "_");
    }
}
