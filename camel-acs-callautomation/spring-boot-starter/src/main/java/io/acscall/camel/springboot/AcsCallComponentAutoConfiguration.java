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

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * Sets the properties {@code camel.component.acs-call.*} on the component when Camel makes it.
 */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@ConditionalOnBean(CamelAutoConfiguration.class)
@ConditionalOnProperty(prefix = "camel.component.acs-call", name = "enabled", matchIfMissing = true)
@EnableConfigurationProperties(AcsCallComponentConfiguration.class)
public class AcsCallComponentAutoConfiguration {

    /** For Spring. */
    public AcsCallComponentAutoConfiguration() {
    }

    /**
     * What Camel asks before it uses a new component.
     *
     * @param  context    the context that makes the component
     * @param  properties what the application says
     * @return            sets the properties on the component of the name {@code acs-call}
     */
    @Lazy
    @Bean
    ComponentCustomizer configureAcsCallComponent(CamelContext context, AcsCallComponentConfiguration properties) {
        return new AcsCallComponentCustomizer(context, properties);
    }
}
