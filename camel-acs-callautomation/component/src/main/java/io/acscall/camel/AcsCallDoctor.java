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

import java.io.PrintStream;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import io.acscall.camel.doctor.Check;
import io.acscall.camel.doctor.Diagnosis;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * A program that proves what can be proved before the first call. It runs on the class path of the application and with
 * its properties, beside the running application:
 *
 * <pre>
 * java -cp APPLICATION io.acscall.camel.AcsCallDoctor [--properties FILE,FILE]
 * </pre>
 *
 * It changes nothing and rings nobody. Exit code 0 when nothing is at fault, else 1.
 */
public final class AcsCallDoctor {

    private static final String USAGE = """
            Usage: java -cp APPLICATION io.acscall.camel.AcsCallDoctor [--properties FILE,FILE]

            APPLICATION is the class path of the application, which should be running. Options are read from
            application.properties on that class path or from FILE, then from environment variables
            CAMEL_COMPONENT_ACS_CALL_… and system properties camel.component.acs-call.…
            """;
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(10);

    private final PrintStream out;
    private final Map<String, String> environment;
    private final Properties system;
    private final KeyStore trust;
    private final Clock clock;

    AcsCallDoctor(PrintStream out, Map<String, String> environment, Properties system, KeyStore trust, Clock clock) {
        this.out = out;
        this.environment = environment;
        this.system = system;
        this.trust = trust;
        this.clock = clock;
    }

    /**
     * Runs it.
     *
     * @param args see the class
     */
    public static void main(String[] args) {
        System.exit(new AcsCallDoctor(System.out, System.getenv(), System.getProperties(), null, Clock.systemUTC()).run(args));
    }

    /** {@return the exit code} */
    int run(String... args) {
        try {
            Properties properties = DoctorProperties.read(files(args), environment, system);
            Diagnosis diagnosis = examine(properties);
            out.print(diagnosis.text());
            out.flush();
            return diagnosis.isHealthy() ? 0 : 1;
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.flush();
            return 1;
        }
    }

    private static List<Path> files(String... args) {
        if (args.length == 0) {
            return List.of();
        }
        if (args.length != 2 || !"--properties".equals(args[0])) {
            throw new IllegalArgumentException(USAGE);
        }
        return Arrays.stream(args[1].split(",")).map(String::strip).map(Path::of).toList();
    }

    private Diagnosis examine(Properties properties) {
        DefaultCamelContext context = new DefaultCamelContext();
        try {
            context.disableJMX();
            context.getPropertiesComponent().setOverrideProperties(properties);
            context.start();
            return examine(new DoctorSettings(context, properties), context.getVersion());
        } finally {
            context.stop();
        }
    }

    private Diagnosis examine(DoctorSettings settings, String camelVersion) {
        AcsCallConfiguration configuration = patient(settings.configuration());
        ServiceAccess service = new ServiceAccess(configuration, clock, camelVersion);
        try {
            List<Check> checks = new ArrayList<>();
            checks.add(new SettingsCheck(configuration, service, settings.findings()));
            checks.addAll(new DoctorChecks(configuration, service, trust, clock).all());
            return Diagnosis.of(checks);
        } finally {
            service.close();
        }
    }

    /** Somebody waits for the report. */
    private static AcsCallConfiguration patient(AcsCallConfiguration configuration) {
        AcsCallConfiguration copy = configuration.copy();
        copy.setMaxRetries(Math.min(1, configuration.getMaxRetries()));
        if (configuration.getRequestTimeout().compareTo(LONGEST_REQUEST) > 0) {
            copy.setRequestTimeout(LONGEST_REQUEST);
        }
        return copy;
    }
}
