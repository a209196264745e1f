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

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a route sees of a record.
 */
final class RecordMessage {

    private RecordMessage() {
    }

    static void fill(Message message, ConsumerRecord<String, String> one) {
        message.setBody(one.value());
        message.setHeader(AcsCallKafkaConstants.TOPIC, one.topic());
        message.setHeader(AcsCallKafkaConstants.PARTITION, one.partition());
        message.setHeader(AcsCallKafkaConstants.OFFSET, one.offset());
        message.setHeader(AcsCallKafkaConstants.HEADERS, one.headers());
        message.setHeader(AcsCallKafkaConstants.TIMESTAMP, one.timestamp());
        message.setHeader(Exchange.MESSAGE_TIMESTAMP, one.timestamp());
        if (one.key() != null) {
            message.setHeader(AcsCallKafkaConstants.KEY, one.key());
        }
    }
}
