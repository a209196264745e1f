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
package io.acscall.camel.cluster;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** What nodes do with each other knows neither routes nor the ways in, and what is below knows nothing of it. */
@AnalyzeClasses(packages = "io.acscall.camel", importOptions = ImportOption.DoNotIncludeTests.class)
class ClusterDependenciesTest {

    @ArchTest
    static final ArchRule NODES_KNOW_WHAT_IS_BELOW_ONLY = noClasses().that().resideInAPackage("io.acscall.camel.cluster")
            .should().dependOnClassesThat().resideInAnyPackage(
                    "org.apache.camel..", "io.acscall.camel", "io.acscall.camel.action", "io.acscall.camel.webhook",
                    "io.acscall.camel.stream", "io.acscall.camel.store", "io.acscall.camel.observe", "io.acscall.camel.record",
                    "io.acscall.camel.pacing");

    @ArchTest
    static final ArchRule WHAT_IS_BELOW_KNOWS_NOTHING_OF_NODES = noClasses().that().resideInAnyPackage(
            "io.acscall.camel.action", "io.acscall.camel.await", "io.acscall.camel.client", "io.acscall.camel.event",
            "io.acscall.camel.outcome", "io.acscall.camel.webhook", "io.acscall.camel.stream", "io.acscall.camel.store",
            "io.acscall.camel.spi").should().dependOnClassesThat().resideInAPackage("io.acscall.camel.cluster");
}
