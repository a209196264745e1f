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

import java.util.Map;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.CallEventType;
import org.apache.camel.support.LRUCacheFactory;

/**
 * Tells a ParticipantsUpdated that is older than one already seen of its call: the service does not promise their
 * order.
 */
final class ParticipantOrder {

    private static final int MAX_CALLS = 10_000;

    private final Map<String, Long> newest = LRUCacheFactory.newLRUCache(MAX_CALLS);

    /** Whether a newer one was there before. */
    boolean isStale(CallEvent event) {
        if (!CallEventType.PARTICIPANTS_UPDATED.fullName().equals(event.type()) || event.callConnectionId() == null
                || !(event.data().get("sequenceNumber") instanceof Number number)) {
            return false;
        }
        long seen = number.longValue();
        return newest.merge(event.callConnectionId(), seen, Math::max) > seen;
    }
}
