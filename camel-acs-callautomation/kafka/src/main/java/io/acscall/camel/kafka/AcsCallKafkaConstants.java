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

import org.apache.camel.spi.Metadata;

/**
 * The headers of a record, under the names that camel-kafka gives them.
 */
public final class AcsCallKafkaConstants {

    @Metadata(description = "The topic that the record was read from", javaType = "String", label = "consumer")
    public static final String TOPIC = "kafka.TOPIC";
    @Metadata(description = "The partition that the record was read from", javaType = "Integer", label = "consumer")
    public static final String PARTITION = "kafka.PARTITION";
    @Metadata(description = "The offset of the record in its partition", javaType = "Long", label = "consumer")
    public static final String OFFSET = "kafka.OFFSET";
    @Metadata(description = "The key of the record, not there where it has none", javaType = "String", label = "consumer")
    public static final String KEY = "kafka.KEY";
    @Metadata(description = "When the record was written, in milliseconds since 1970", javaType = "Long", label = "consumer")
    public static final String TIMESTAMP = "kafka.TIMESTAMP";
    @Metadata(description = "The headers of the record as Kafka has them",
              javaType = "org.apache.kafka.common.header.Headers", label = "consumer")
    public static final String HEADERS = "kafka.HEADERS";

    private AcsCallKafkaConstants() {
    }
}
