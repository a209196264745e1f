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

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who does what docs/adding-an-action.md says has an action that works: its steps are applied to a copy of the sources,
 * which is compiled, and the test that it shows runs on what came out.
 */
class AddingAnActionTest {

    private static final String TEST = "io.acscall.camel.route.RingBellTest";
    private static final String SIMULATOR = "io.acscall.simulator.AcsSimulator";
    private static final Pattern NEW_FILE = Pattern.compile("New file\\s+`([^`]+)`:\\n\\n```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ENTRY
            = Pattern.compile("[Ii]n\\s+(?:`([^`]+)`|the same file), after the line\\s+`([^`]+)`:\\n\\n```java\\n(.*?)```",
                    Pattern.DOTALL);

    @TempDir
    Path copy;

    @Test
    void theActionOfThePageWorks() throws Exception {
        copySources("component", "src/main/java", "src/generated/java");
        copySources("simulator", "src/main/java");
        assertThat(createFiles()).hasSize(3);
        assertThat(addEntries()).hasSize(3);

        runTests(compile());
    }

    private void copySources(String module, String... folders) throws IOException {
        for (String folder : folders) {
            String below = "camel-acs-callautomation/" + module + "/" + folder;
            Path from = DocsPage.projectFolder().resolve(below);
            for (Path file : javaFiles(from)) {
                Path to = copy.resolve(below).resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    private List<String> createFiles() throws IOException {
        List<String> created = new ArrayList<>();
        Matcher found = NEW_FILE.matcher(page());
        while (found.find()) {
            Path file = copy.resolve(found.group(1));
            assertThat(DocsPage.projectFolder().resolve(found.group(1))).as("is no file of the project").doesNotExist();
            Files.createDirectories(file.getParent());
            Files.writeString(file, found.group(2));
            created.add(found.group(1));
        }
        return created;
    }

    private List<String> addEntries() throws IOException {
        List<String> added = new ArrayList<>();
        Matcher found = ENTRY.matcher(page());
        String name = null;
        while (found.find()) {
            name = found.group(1) == null ? name : found.group(1);
            List<String> lines = new ArrayList<>(Files.readAllLines(copy.resolve(name)));
            List<String> stripped = lines.stream().map(String::strip).toList();
            assertThat(stripped).as(name).containsOnlyOnce(found.group(2));
            lines.add(stripped.indexOf(found.group(2)) + 1, found.group(3));
            Files.write(copy.resolve(name), lines);
            added.add(found.group(2));
        }
        return added;
    }

    private static String page() {
        return DocsPage.named("adding-an-action.md").text();
    }

    private Path compile() throws IOException {
        Path classes = Files.createDirectories(copy.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(messages, files, null,
                    List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")),
                    null, files.getJavaFileObjectsFromPaths(javaFiles(copy))).call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
        return classes;
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** Runs the tests of the page with the new classes in front of those of this build, which are loaded anew. */
    private static void runTests(Path classes) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(classPath(classes), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            Object builder = loader.loadClass(SIMULATOR).getMethod("builder").invoke(null);
            try (AutoCloseable simulator = (AutoCloseable) builder.getClass().getMethod("start").invoke(builder)) {
                runTests(loader.loadClass(TEST), simulator);
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static void runTests(Class<?> tests, Object simulator) throws Exception {
        Constructor<?> constructor = tests.getDeclaredConstructor();
        constructor.setAccessible(true);
        List<Method> methods = Arrays.stream(tests.getDeclaredMethods()).filter(method -> !method.isSynthetic()).toList();
        assertThat(methods).hasSize(2);
        for (Method method : methods) {
            method.setAccessible(true);
            try {
                method.invoke(constructor.newInstance(), simulator);
            } catch (InvocationTargetException e) {
                throw new AssertionError(method.getName() + " of the page fails", e.getCause());
            }
        }
    }

    private static URL[] classPath(Path first) throws MalformedURLException {
        List<URL> urls = new ArrayList<>(List.of(first.toUri().toURL()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }
}
