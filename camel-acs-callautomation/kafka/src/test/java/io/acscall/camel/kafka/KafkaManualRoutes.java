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

import org.apache.camel.builder.RouteBuilder;

/**
 * The routes of docs/kafka.md, word for word.
 */
final class KafkaManualRoutes {

    private KafkaManualRoutes() {
    }

    /** What takes callbacks and deliveries. */
    static class Ingress extends RouteBuilder {

        @Override
        public void configure() {
            from("acs-call:events?relay=true")
                    .setHeader("kafka.KEY", header("CamelAcsCallConnectionId"))
                    .convertBodyTo(String.class)
                    .to("kafka:acs-call-events");

            from("acs-call:eventGrid?relay=true")
                    .setHeader("kafka.KEY", simple("${header.CamelAcsCallServerCallId} ?: ${header.CamelAcsCallEventId}"))
                    .convertBodyTo(String.class)
                    .to("kafka:acs-call-events");
        }
    }

    /** What handles the events. */
    static class Worker extends RouteBuilder {

        @Override
        public void configure() {
            from("acs-call-kafka:acs-call-events")
                    .to("acs-call:dispatch");
        }
    }
}
