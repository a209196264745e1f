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
package io.acscall.camel;

import io.acscall.camel.event.CallEvent;
import org.apache.camel.spi.IdempotentRepository;

/**
 * Remembers which consumer has had which event, so that a duplicate is dropped. The key holds the stage too: an event
 * that was taken at the webhook and comes back by a queue is no duplicate of itself.
 */
final class EventMemory {

    private final IdempotentRepository repository;
    private final String stage;

    EventMemory(IdempotentRepository repository, String stage) {
        this.repository = repository;
        this.stage = stage;
    }

    /**
     * What an event is remembered under. A hash, because Camel's JDBC repository has 100 characters for a key, and the
     * source of a recording alone has more.
     */
    String key(AcsCallConsumer consumer, CallEvent event) {
        return stage + ":" + Sha256.text(String.join("|", consumer.name(), event.source(), event.id()));
    }

    /** Whether this is the first time; claims the event for the consumer. */
    boolean claim(String key) {
        return repository.add(key);
    }

    /** The consumer is done with it, or waits in the middle of it. */
    void keep(String key) {
        repository.confirm(key);
    }

    /** The event shall be tried again. */
    void release(String key) {
        repository.remove(key);
    }
}
