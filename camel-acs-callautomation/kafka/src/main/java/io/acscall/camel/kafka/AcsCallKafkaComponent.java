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
package io.acscall.camel.kafka;

import java.util.List;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.util.PropertiesHelper;

/**
 * Makes the sources of records. Each has a client of its own.
 */
@Component("acs-call-kafka")
public class AcsCallKafkaComponent extends DefaultComponent {

    private static final String ADDITIONAL = "additionalProperties.";
    /** Secrets among the properties of Kafka's clients, as they stand in a URI and in application.properties. */
    private static final List<String> SECRETS = List.of("sasl.jaas.config", "sasl.jaas.config]", "ssl.keystore.password]");

    @Metadata(description = "The options of the component in one object.")
    private AcsCallKafkaConfiguration configuration = new AcsCallKafkaConfiguration();

    /** For Camel. */
    public AcsCallKafkaComponent() {
    }

    /**
     * A component of a context.
     *
     * @param context the context
     */
    public AcsCallKafkaComponent(CamelContext context) {
        super(context);
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        super.setCamelContext(camelContext);
        ExtendedCamelContext known = camelContext.getCamelContextExtension();
        for (String name : SECRETS) {
            if (!CamelContextHelper.containsSensitive(camelContext, name)) {
                String words = known.getAdditionalSensitiveKeywords();
                known.setAdditionalSensitiveKeywords(words == null ? name : words + "," + name);
            }
        }
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        if (remaining == null || remaining.isBlank()) {
            throw new IllegalArgumentException("A topic must be named, for example acs-call-kafka:acs-call-events");
        }
        AcsCallKafkaConfiguration copy = configuration.copy();
        copy.getAdditionalProperties().putAll(PropertiesHelper.extractProperties(parameters, ADDITIONAL));
        AcsCallKafkaEndpoint endpoint = new AcsCallKafkaEndpoint(uri, this, copy);
        endpoint.setTopic(remaining);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    public AcsCallKafkaConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(AcsCallKafkaConfiguration configuration) {
        this.configuration = configuration;
    }
}
