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

import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** An application with one route from a topic. */
final class WorkerApp implements AutoCloseable {

    private final DefaultCamelContext context = new DefaultCamelContext();

    private WorkerApp() {
        context.getShutdownStrategy().setTimeout(20);
    }

    static AcsCallKafkaConfiguration options(String brokers) {
        AcsCallKafkaConfiguration options = new AcsCallKafkaConfiguration();
        options.setBrokers(brokers);
        options.setGroupId("group-" + UUID.randomUUID());
        options.setCommitInterval(Duration.ofMillis(50));
        options.setRetryDelay(Duration.ofMillis(200));
        return options;
    }

    static WorkerApp run(AcsCallKafkaConfiguration options, String topic, Processor step) throws Exception {
        return run(options, topic, step, context -> {
        });
    }

    static WorkerApp run(
            AcsCallKafkaConfiguration options, String topic, Processor step, Consumer<DefaultCamelContext> settings)
            throws Exception {
        WorkerApp app = new WorkerApp();
        settings.accept(app.context);
        AcsCallKafkaComponent component = new AcsCallKafkaComponent(app.context);
        component.setConfiguration(options);
        app.context.addComponent("acs-call-kafka", component);
        app.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("acs-call-kafka:" + topic).routeId("worker").process(step);
            }
        });
        try {
            app.context.start();
            return app;
        } catch (Exception e) {
            app.close();
            throw e;
        }
    }

    DefaultCamelContext context() {
        return context;
    }

    AcsCallKafkaConsumer consumer() {
        return (AcsCallKafkaConsumer) context.getRoute("worker").getConsumer();
    }

    @Override
    public void close() {
        context.stop();
    }
}
