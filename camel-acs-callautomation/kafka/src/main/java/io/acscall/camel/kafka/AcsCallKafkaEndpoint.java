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
import java.util.stream.Stream;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/**
 * Take the events of calls from a Kafka topic: many records of a partition at a time, without a thread for each, and
 * with offsets that never pass a record that is not finished.
 */
@UriEndpoint(firstVersion = "0.1.0", scheme = "acs-call-kafka", title = "Call Automation Events from Kafka",
             syntax = "acs-call-kafka:topic", category = { Category.MESSAGING }, consumerOnly = true,
             headersClass = AcsCallKafkaConstants.class)
public class AcsCallKafkaEndpoint extends DefaultEndpoint implements EndpointServiceLocation, MultipleConsumersSupport {

    @UriPath(description = "The topic to read from; several are separated by commas.")
    @Metadata(required = true)
    private String topic;
    @UriParam
    private AcsCallKafkaConfiguration configuration = new AcsCallKafkaConfiguration();

    /** For Camel's tools. */
    public AcsCallKafkaEndpoint() {
    }

    AcsCallKafkaEndpoint(String uri, AcsCallKafkaComponent component, AcsCallKafkaConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException(
                "acs-call-kafka gives records, it can't be sent to. Send with camel-kafka, for example to(\"kafka:" + topic
                                                + "\")");
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        AcsCallKafkaConsumer consumer = new AcsCallKafkaConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public boolean isMultipleConsumersSupported() {
        return true;
    }

    @Override
    public String getServiceUrl() {
        return configuration.getBrokers();
    }

    @Override
    public String getServiceProtocol() {
        return "kafka";
    }

    List<String> topics() {
        return Stream.of(topic.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    public String getTopic() {
        return topic;
    }

    public void setTopic(String topic) {
        this.topic = topic;
    }

    public AcsCallKafkaConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(AcsCallKafkaConfiguration configuration) {
        this.configuration = configuration;
    }
}
