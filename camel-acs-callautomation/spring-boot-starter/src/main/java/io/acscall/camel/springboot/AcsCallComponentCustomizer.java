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
package io.acscall.camel.springboot;

import java.util.Map;

import io.acscall.camel.AcsCallComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.util.CamelPropertiesHelper;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Copies the properties of the application to the component. Camel itself turns the texts into durations and beans
 * ({@code #bean:name}), as it does with camel-main, so that one {@code application.properties} serves both.
 */
final class AcsCallComponentCustomizer implements ComponentCustomizer {

    private static final String NAME = "acs-call";
    private static final String WHOLE = "configuration";

    private final CamelContext context;
    private final AcsCallComponentConfiguration properties;

    AcsCallComponentCustomizer(CamelContext context, AcsCallComponentConfiguration properties) {
        this.context = context;
        this.properties = properties;
    }

    /** A second component of another name has settings of its own, which these must not replace. */
    @Override
    public boolean isEnabled(String name, Component target) {
        return NAME.equals(name) && target instanceof AcsCallComponent && properties.getCustomizer().isEnabled();
    }

    @Override
    public void configure(String name, Component target) {
        // the component has its configurer once it is initialised
        ServiceHelper.initService(target);
        Map<String, Object> set = CamelPropertiesHelper.getNonNullProperties(context, properties);
        // the object that holds all options first: what is set one by one is set on that object
        if (set.containsKey(WHOLE)) {
            bind(target, WHOLE, set.remove(WHOLE));
        }
        set.forEach((option, value) -> bind(target, option, value));
    }

    /** What is no option ({@code enabled}, {@code customizer}) finds no setter, and is left. */
    private void bind(Component target, String option, Object value) {
        PropertyBindingSupport.build().withConfigurer(target.getComponentPropertyConfigurer()).withIgnoreCase(true)
                .bind(context, target, option, value);
    }
}
