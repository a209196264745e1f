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

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that is to be handed to the route.
 *
 * @param record   the record
 * @param failures how often its exchange has failed
 */
record Attempt(ConsumerRecord<String, String> record, int failures) {

    long offset() {
        return record.offset();
    }

    /** What it shares with the records that it must not overtake; a record without a key has nobody to overtake. */
    Object order() {
        return record.key() == null ? (Object) record.offset() : record.key();
    }

    Attempt failedAgain() {
        return new Attempt(record, failures + 1);
    }

    /** Where it is in Kafka; what is in it has no place in a log. */
    @Override
    public String toString() {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }
}
