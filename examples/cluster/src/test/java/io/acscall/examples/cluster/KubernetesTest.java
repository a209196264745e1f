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
package io.acscall.examples.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.acscall.camel.AcsCallComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The manifests in k8s: of the form that Kubernetes wants, and true to the programs that they run. */
class KubernetesTest {

    private static final Path FOLDER = Path.of("k8s");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{env:(\\w+)(:[^}]*)?}}");
    /** Read by the JVM itself. */
    private static final String OF_THE_JVM = "JAVA_TOOL_OPTIONS";
    /** Set by Kubernetes itself. */
    private static final String OF_KUBERNETES = "HOSTNAME";

    private static final List<JsonNode> MANIFESTS = manifests();

    static Stream<JsonNode> all() {
        return MANIFESTS.stream();
    }

    static Stream<JsonNode> deployments() {
        return of("Deployment");
    }

    @ParameterizedTest
    @MethodSource("all")
    void aManifestHasTheFieldsOfItsKindAndNoOther(JsonNode manifest) throws IOException {
        try (InputStream schema = getClass().getResourceAsStream("/k8s/kubernetes.schema.json")) {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema).validate(manifest))
                    .isEmpty();
        }
    }

    @Test
    void aMisspeltFieldWouldBeFound() throws IOException {
        JsonNode manifest = new YAMLMapper().readTree("""
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: worker}
                spec: {maxUnavailible: 1, selector: {matchLabels: {a: b}}}
                """);
        try (InputStream schema = getClass().getResourceAsStream("/k8s/kubernetes.schema.json")) {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema).validate(manifest))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void aNodeIsToldWhatItReadsAndNothingElse(JsonNode deployment) throws Exception {
        JsonNode container = container(deployment);
        String kind = program(container).getSimpleName().replace("Node", "").toLowerCase(Locale.ROOT);
        Set<String> needed = variables("application.properties", true);
        needed.addAll(variables(kind + ".properties", true));
        Set<String> known = variables("application.properties", false);
        Stream.of("ingress", "worker").forEach(one -> known.addAll(variables(one + ".properties", false)));

        Set<String> told = told(container);

        assertThat(told).containsAll(needed);
        assertThat(known).containsAll(told.stream().filter(name -> !name.equals(OF_THE_JVM)).toList());
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void aNodeListensWhereItIsAsked(JsonNode deployment) throws Exception {
        JsonNode container = container(deployment);
        Properties settings = properties("application.properties");

        assertThat(port(container, "http")).isEqualTo(fallback(settings, "camel.server.port"));
        assertThat(port(container, "management")).isEqualTo(fallback(settings, "camel.management.port"));
        assertThat(settings.getProperty("camel.management.health-check-enabled")).isEqualTo("true");
        assertThat(container.at("/readinessProbe/httpGet/port").asText()).isEqualTo("management");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/observe/health/ready");
        assertThat(container.at("/lifecycle/preStop/httpGet/port").asText()).isEqualTo("http");
        assertThat(Files.readString(Path.of("src/main/java/io/acscall/examples/cluster/DrainRoutes.java")))
                .contains("platform-http:" + container.at("/lifecycle/preStop/httpGet/path").asText() + "?");
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void thereIsTimeForAllStepsOfAStop(JsonNode deployment) {
        JsonNode told = named("ConfigMap", "acs-call-cluster").path("data");
        Duration drain = seconds(told.path("DRAIN_AT_MOST").asText());
        Duration shutdown = Duration.ofSeconds(told.path("SHUTDOWN_SECONDS").asInt());
        Duration grace
                = Duration.ofSeconds(deployment.at("/spec/template/spec/terminationGracePeriodSeconds").asInt());

        assertThat(grace).isGreaterThanOrEqualTo(drain.plus(shutdown).plusSeconds(5));
        assertThat(seconds(told.path("DRAIN_AT_LEAST").asText())).isGreaterThan(Duration.ofSeconds(
                container(deployment).at("/readinessProbe/periodSeconds").asInt()
                                                                                                   * container(deployment)
                                                                                                           .at("/readinessProbe/failureThreshold")
                                                                                                           .asInt()));
    }

    @Test
    void whatSelectsPodsFindsThem() {
        Set<JsonNode> labels = deployments().map(one -> one.at("/spec/template/metadata/labels/app.kubernetes.io~1name"))
                .collect(Collectors.toSet());

        deployments().forEach(one -> assertThat(labels).contains(one.at("/spec/selector/matchLabels/app.kubernetes.io~1name")));
        of("PodDisruptionBudget")
                .forEach(one -> assertThat(labels).contains(one.at("/spec/selector/matchLabels/app.kubernetes.io~1name")));
        of("NetworkPolicy")
                .forEach(one -> assertThat(labels).contains(one.at("/spec/podSelector/matchLabels/app.kubernetes.io~1name")));
        of("Service").forEach(one -> assertThat(labels).contains(one.at("/spec/selector/app.kubernetes.io~1name")));
        assertThat(of("PodDisruptionBudget")).hasSameSizeAs(deployments().toList());
    }

    @Test
    void thePathOfTheCallbacksAloneIsKnownOutside() throws Exception {
        JsonNode paths = of("Ingress").findFirst().orElseThrow().at("/spec/rules/0/http/paths");
        JsonNode service = paths.at("/0/backend/service");

        assertThat(paths).hasSize(1);
        assertThat(paths.at("/0/path").asText())
                .isEqualTo(new AcsCallComponent().getConfiguration().getCallbackPath());
        assertThat(named("Service", service.path("name").asText()).at("/spec/ports").findValuesAsText("name"))
                .contains(service.at("/port/name").asText());
        assertThat(of("Ingress").findFirst().orElseThrow().at("/spec/rules/0/host").asText())
                .isEqualTo(URI.create(
                        named("ConfigMap", "acs-call-cluster").at("/data/ACS_CALLBACK_BASE_URI").asText()).getHost());
    }

    @Test
    void aSecretIsAPlaceholder() {
        assertThat(named("Secret", "acs-call-cluster").path("stringData"))
                .allSatisfy(value -> assertThat(value.asText()).isEqualTo("REPLACE"));
    }

    private static List<JsonNode> manifests() {
        YAMLMapper yaml = new YAMLMapper();
        List<JsonNode> manifests = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                try (MappingIterator<JsonNode> one
                        = yaml.readerFor(JsonNode.class).readValues(new YAMLFactory().createParser(file.toFile()))) {
                    one.forEachRemaining(manifests::add);
                }
            }
            return manifests;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> of(String kind) {
        return MANIFESTS.stream().filter(one -> kind.equals(one.path("kind").asText()));
    }

    private static JsonNode named(String kind, String name) {
        return of(kind).filter(one -> name.equals(one.at("/metadata/name").asText())).findFirst().orElseThrow();
    }

    private static JsonNode container(JsonNode deployment) {
        return deployment.at("/spec/template/spec/containers/0");
    }

    private static Class<?> program(JsonNode container) throws Exception {
        JsonNode command = container.path("command");
        Class<?> program = Class.forName(command.get(command.size() - 1).asText());
        program.getMethod("main", String[].class);
        return program;
    }

    /** The names of the environment variables that a container gets. */
    private static Set<String> told(JsonNode container) {
        Set<String> told = new TreeSet<>(container.path("env").findValuesAsText("name"));
        told.remove("acs-call-cluster");
        for (JsonNode from : container.path("envFrom")) {
            from.path("configMapRef").findValuesAsText("name")
                    .forEach(name -> named("ConfigMap", name).path("data").fieldNames().forEachRemaining(told::add));
            from.path("secretRef").findValuesAsText("name")
                    .forEach(name -> named("Secret", name).path("stringData").fieldNames().forEachRemaining(told::add));
        }
        for (JsonNode one : container.path("env")) {
            if (one.has("valueFrom")) {
                JsonNode key = one.at("/valueFrom/secretKeyRef");
                assertThat(named("Secret", key.path("name").asText()).path("stringData").has(key.path("key").asText()))
                        .isTrue();
            }
        }
        return told;
    }

    /** The environment variables that properties read; of these perhaps only those without a default. */
    private static Set<String> variables(String file, boolean needed) {
        Set<String> names = new HashSet<>();
        for (Object value : properties(file).values()) {
            for (MatchResult found : VARIABLE.matcher((String) value).results().toList()) {
                if (!needed || found.group(2) == null) {
                    names.add(found.group(1));
                }
            }
        }
        names.remove(OF_KUBERNETES);
        return names;
    }

    private static Properties properties(String file) {
        try (InputStream in = Files.newInputStream(Path.of("src/main/resources", file))) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int port(JsonNode container, String name) {
        for (JsonNode port : container.path("ports")) {
            if (name.equals(port.path("name").asText())) {
                return port.path("containerPort").asInt();
            }
        }
        throw new AssertionError("There is no port " + name);
    }

    private static int fallback(Properties settings, String property) {
        MatchResult found = VARIABLE.matcher(settings.getProperty(property)).results().findFirst().orElseThrow();
        return Integer.parseInt(found.group(2).substring(1));
    }

    private static Duration seconds(String text) {
        return Duration.ofSeconds(Integer.parseInt(text.replace("s", "")));
    }
}
