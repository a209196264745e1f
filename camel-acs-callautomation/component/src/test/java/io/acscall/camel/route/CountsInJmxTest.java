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
package io.acscall.camel.route;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Set;

import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.api.management.JmxSystemPropertyKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was refused and dropped can be seen from outside.
 */
class CountsInJmxTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final MBeanServer BEANS = ManagementFactory.getPlatformMBeanServer();

    private final String before = System.getProperty(JmxSystemPropertyKeys.DISABLED, "false");

    @BeforeEach
    void switchJmxOn() {
        System.setProperty(JmxSystemPropertyKeys.DISABLED, "false");
    }

    @AfterEach
    void switchJmxBack() {
        System.setProperty(JmxSystemPropertyKeys.DISABLED, before);
    }

    @Test
    void theComponentTellsWhatWasRefusedAndDropped(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> routes.from("acs-call:events").to("mock:events"))) {
            String event = Callbacks.event("PlayCompleted", "call", null);
            app.post("/acs-call/events", event);
            app.post("/acs-call/events", event, "Authorization", "Bearer " + simulator.tokens().expired());
            app.deliver(event);
            app.deliver(event);

            assertThat((Object) refusals(app)).isEqualTo(
                    Map.of("callback.missing", 1L, "callback.expired", 1L, "event.duplicate", 1L));
        }
    }

    private static Map<?, ?> refusals(CallApp app) throws Exception {
        Set<ObjectName> names = BEANS.queryNames(
                new ObjectName(
                        "org.apache.camel:context=" + app.context().getManagementName() + ",type=components,name=\"acs-call\""),
                null);
        assertThat(names).hasSize(1);
        return (Map<?, ?>) BEANS.getAttribute(names.iterator().next(), "Refusals");
    }
}
