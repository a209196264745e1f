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

import io.acscall.camel.spi.ClusterStore;
import io.acscall.camel.spi.EventClaim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers events for all nodes: what a node had begun that is gone, the next one handles.
 *
 * @param store    where
 * @param instance this incarnation
 * @param stage    the way in
 */
record ClusterMemory(ClusterStore store, String instance, String stage) implements EventMemory {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterMemory.class);

    @Override
    public EventClaim claim(String key) {
        return store.claimEvent(key, instance);
    }

    @Override
    public void keep(String key) {
        tell(() -> store.finishEvent(key, instance));
    }

    @Override
    public void release(String key) {
        tell(() -> store.releaseEvent(key, instance));
    }

    /** The route is done, whether or not that can be noted; then others hold the event for unfinished. */
    private static void tell(Runnable note) {
        try {
            note.run();
        } catch (RuntimeException e) {
            LOG.warn("It can't be noted what became of an event; when it comes again it may be refused, or handled twice: {}",
                    e.getMessage());
        }
    }
}
