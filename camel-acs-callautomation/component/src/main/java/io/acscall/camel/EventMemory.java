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
import io.acscall.camel.spi.EventClaim;

/**
 * Remembers which consumer has had which event, so that a duplicate is dropped.
 */
interface EventMemory {

    /** The way in, which is a part of the keys. */
    String stage();

    /** Whether this is the first time; claims the event for the consumer then. */
    EventClaim claim(String key);

    /** The consumer is done with it, or waits in the middle of it. */
    void keep(String key);

    /** The event shall be tried again. */
    void release(String key);

    /**
     * What an event is remembered under. The stage stands in it too: an event that was taken at the webhook and comes
     * back by a queue is no duplicate of itself.
     */
    default String key(AcsCallConsumer consumer, CallEvent event) {
        return stage() + ":" + named(String.join("|", consumer.name(), event.source(), event.id()));
    }

    /**
     * A short name for something long: a hash, because Camel's JDBC repository has 100 characters for a key, and the
     * source of a recording alone has more.
     */
    default String named(String text) {
        return Sha256.text(text);
    }
}
