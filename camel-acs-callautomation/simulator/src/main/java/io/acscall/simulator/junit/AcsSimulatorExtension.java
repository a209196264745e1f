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
package io.acscall.simulator.junit;

import java.util.function.Consumer;

import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.AcsSimulatorBuilder;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs a simulator for tests. In a static field it is started once per class and reset before each test; in an instance
 * field it is started for each test. Tests that share one must not run in parallel. Methods may have a parameter of
 * type {@link AcsSimulator}.
 *
 * <p>
 * In a test class it looks like this:
 * {@code @RegisterExtension static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();}
 */
public final class AcsSimulatorExtension
        implements
        BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {

    private final Consumer<AcsSimulatorBuilder> setUp;
    private AcsSimulator simulator;
    /** How many test classes around the current test have begun: JUnit announces nested classes too. */
    private int classes;

    /** A simulator with the default settings. */
    public AcsSimulatorExtension() {
        this(builder -> {
        });
    }

    /**
     * A simulator with settings of one's own.
     *
     * @param setUp changes the settings; called at each start
     */
    public AcsSimulatorExtension(Consumer<AcsSimulatorBuilder> setUp) {
        this.setUp = setUp;
    }

    /**
     * The simulator that runs.
     *
     * @throws IllegalStateException outside of a test
     */
    public AcsSimulator simulator() {
        if (simulator == null) {
            throw new IllegalStateException(
                    "The simulator runs only during tests: register this extension with "
                                            + "@RegisterExtension, in a static field if @BeforeAll needs it");
        }
        return simulator;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (classes++ == 0) {
            start();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (classes > 0) {
            simulator.reset();
        } else {
            start();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (classes == 0) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (--classes == 0) {
            stop();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == AcsSimulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return simulator();
    }

    private void start() {
        AcsSimulatorBuilder builder = AcsSimulator.builder();
        setUp.accept(builder);
        simulator = builder.start();
    }

    private void stop() {
        if (simulator != null) {
            simulator.close();
            simulator = null;
        }
    }
}
