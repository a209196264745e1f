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
package io.acscall.camel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The properties of an application as the doctor reads them: files, then what environment variables and system
 * properties say of the component.
 */
final class DoctorProperties {

    /** What the options of the component begin with. */
    static final String PREFIX = "camel.component.acs-call.";

    private static final String VARIABLE_PREFIX = "CAMEL_COMPONENT_ACS_CALL_";
    private static final String DEFAULT = "application.properties";

    private DoctorProperties() {
    }

    /**
     * Reads them; what comes later counts.
     *
     * @param  files                    of properties; empty for {@code application.properties} on the class path, or
     *                                  else in the current folder
     * @throws IllegalArgumentException when a file can't be read; says which
     */
    static Properties read(List<Path> files, Map<String, String> environment, Properties system) {
        Properties all = new Properties();
        if (files.isEmpty()) {
            readDefault(all);
        }
        files.forEach(file -> readFile(file, all));
        environment.forEach((name, value) -> {
            if (name.startsWith(VARIABLE_PREFIX)) {
                String option = name.substring(VARIABLE_PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
                all.setProperty(PREFIX + option, value);
            }
        });
        system.stringPropertyNames().stream().filter(name -> name.startsWith(PREFIX))
                .forEach(name -> all.setProperty(name, system.getProperty(name)));
        return all;
    }

    /** The environment variable of an option. */
    static String variable(String option) {
        return VARIABLE_PREFIX + option.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static void readDefault(Properties all) {
        try (InputStream found = Thread.currentThread().getContextClassLoader().getResourceAsStream(DEFAULT)) {
            if (found != null) {
                all.load(found);
            } else if (Files.exists(Path.of(DEFAULT))) {
                readFile(Path.of(DEFAULT), all);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readFile(Path file, Properties all) {
        try (InputStream stream = Files.newInputStream(file)) {
            all.load(stream);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The file " + file + " can't be read. Example: --properties config/application.properties");
        }
    }
}
