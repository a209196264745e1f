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

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

import io.acscall.camel.doctor.Finding;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.util.StringHelper;

/**
 * The options of the component, set as Camel sets them; what could not be set is a finding that never shows a value.
 */
final class DoctorSettings {

    private static final String ABOUT = "settings";

    private final AcsCallConfiguration configuration;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Sets the options.
     *
     * @param context    started, with the properties for placeholders; has no component of ours
     * @param properties all of the application; those of the component are taken
     */
    DoctorSettings(CamelContext context, Properties properties) {
        AcsCallComponent component = new AcsCallComponent(context);
        new TreeSet<>(properties.stringPropertyNames()).stream().filter(name -> name.startsWith(DoctorProperties.PREFIX))
                .forEach(name -> set(context, component, name, properties.getProperty(name)));
        this.configuration = component.getConfiguration();
    }

    AcsCallConfiguration configuration() {
        return configuration;
    }

    /** What could not be set. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private void set(CamelContext context, AcsCallComponent component, String name, String value) {
        String option = name.substring(DoctorProperties.PREFIX.length());
        if (value.startsWith("#") && !value.startsWith("#class:")) {
            findings.add(Finding.unproved(ABOUT, name + " is a bean of the application, which the doctor does not have",
                    "Run the doctor with a value that needs no bean, for example credentialType=AZURE_IDENTITY"));
            return;
        }
        if (value.contains("${")) {
            String variable = DoctorProperties.variable(option);
            findings.add(Finding.fault(ABOUT, name + " holds a placeholder of Spring, which the doctor does not read",
                    "Give the doctor the value itself, in the environment variable " + variable));
            return;
        }
        try {
            boolean known = PropertyBindingSupport.build().withCamelContext(context).withTarget(component).withIgnoreCase(true)
                    .withProperty(StringHelper.dashToCamelCase(option), context.resolvePropertyPlaceholders(value)).bind();
            if (!known) {
                findings.add(Finding.fault(ABOUT, "There is no option " + name, "Correct its name; docs/actions.md and the "
                                                                                + "component's descriptor list them"));
            }
        } catch (RuntimeException e) {
            findings.add(Finding.fault(ABOUT, name + " can't be set: a placeholder in it has no value, or it has not its form",
                    "Set what it refers to, an environment variable for example, where the doctor runs"));
        }
    }
}
