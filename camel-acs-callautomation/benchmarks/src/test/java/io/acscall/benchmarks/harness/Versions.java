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
package io.acscall.benchmarks.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The versions of the libraries that were measured, as they say themselves on the class path.
 */
final class Versions {

    private static final Map<String, String> LIBRARIES = libraries();

    private Versions() {
    }

    /** By the names of the libraries. */
    static Map<String, String> here() {
        Map<String, String> versions = new LinkedHashMap<>();
        LIBRARIES.forEach((name, artifact) -> {
            String version = version(artifact);
            if (version != null) {
                versions.put(name, version);
            }
        });
        return versions;
    }

    private static Map<String, String> libraries() {
        Map<String, String> libraries = new LinkedHashMap<>();
        libraries.put("Camel", "org.apache.camel/camel-api");
        libraries.put("azure-communication-callautomation", "com.azure/azure-communication-callautomation");
        libraries.put("azure-core", "com.azure/azure-core");
        libraries.put("azure-core-http-jdk-httpclient", "com.azure/azure-core-http-jdk-httpclient");
        libraries.put("Jackson", "com.fasterxml.jackson.core/jackson-databind");
        libraries.put("Nimbus JOSE + JWT", "com.nimbusds/nimbus-jose-jwt");
        libraries.put("Vert.x", "io.vertx/vertx-core");
        libraries.put("Netty", "io.netty/netty-common");
        libraries.put("JMH", "org.openjdk.jmh/jmh-core");
        return libraries;
    }

    private static String version(String artifact) {
        try (InputStream in = Versions.class.getResourceAsStream("/META-INF/maven/" + artifact + "/pom.properties")) {
            if (in == null) {
                return null;
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
