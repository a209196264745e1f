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
package io.acscall.camel.observe;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * Signals are told from above, and say what was sent and received: they know nothing of Camel and of those who watch.
 */
@AnalyzeClasses(packages = "io.acscall.camel", importOptions = ImportOption.DoNotIncludeTests.class)
class ObserveDependenciesTest {

    @ArchTest
    static final ArchRule SIGNALS_KNOW_WHAT_IS_BELOW_ONLY = noClasses().that().resideInAPackage("io.acscall.camel.observe")
            .should().dependOnClassesThat().resideInAnyPackage(
                    "org.apache.camel..", "io.acscall.camel", "io.acscall.camel.action", "io.acscall.camel.await",
                    "io.acscall.camel.webhook", "io.acscall.camel.stream", "io.acscall.camel.store");

    @ArchTest
    static final ArchRule WHAT_IS_BELOW_KNOWS_NOTHING_OF_SIGNALS = noClasses().that().resideInAnyPackage(
            "io.acscall.camel.action", "io.acscall.camel.await", "io.acscall.camel.client", "io.acscall.camel.event",
            "io.acscall.camel.outcome", "io.acscall.camel.webhook", "io.acscall.camel.stream", "io.acscall.camel.store")
            .should().dependOnClassesThat().resideInAPackage("io.acscall.camel.observe");

    @ArchTest
    static final ArchRule THE_FLIGHT_RECORDER_IS_AN_OBSERVER_LIKE_ANY_OTHER = noClasses().that()
            .resideInAPackage("io.acscall.camel.record").should().dependOnClassesThat().resideInAnyPackage(
                    "org.apache.camel..", "io.acscall.camel", "io.acscall.camel.action", "io.acscall.camel.await",
                    "io.acscall.camel.webhook", "io.acscall.camel.stream", "io.acscall.camel.store");
}
