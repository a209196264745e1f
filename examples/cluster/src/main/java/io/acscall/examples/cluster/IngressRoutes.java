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
package io.acscall.examples.cluster;

import org.apache.camel.builder.RouteBuilder;

/** Events of calls go to Kafka as they come; all of one call to one partition, so that they stay in order. */
public class IngressRoutes extends RouteBuilder {

    // CHECKSTYLE:OFF (the formatter leaves the indentation, which shows what belongs to what)
    @Override
    public void configure() {
        // ack-mode=completed: the service gets its 200 when this route is done, and then Kafka has the event
        from("acs-call:events?relay=true").routeId("relay")
            .setHeader("kafka.KEY", header("CamelAcsCallConnectionId"))
            .convertBodyTo(String.class)
            .to("kafka:{{cluster.events-topic}}?additionalProperties.max.block.ms={{cluster.kafka-block-ms}}");
    }
    // CHECKSTYLE:ON
}
