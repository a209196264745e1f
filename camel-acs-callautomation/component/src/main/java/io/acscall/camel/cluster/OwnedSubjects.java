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
package io.acscall.camel.cluster;

import java.util.LinkedHashMap;
import java.util.Map;

import io.acscall.camel.spi.ClusterStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the others in which calls and recordings this node waits, once for each as long as it remembers.
 */
final class OwnedSubjects {

    private static final Logger LOG = LoggerFactory.getLogger(OwnedSubjects.class);
    private static final int MAX_KNOWN = 100_000;

    private final ClusterStore store;
    private final String instance;
    private final Map<String, Boolean> known = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MAX_KNOWN;
        }
    };

    OwnedSubjects(ClusterStore store, String instance) {
        this.store = store;
        this.instance = instance;
    }

    /** This node waits in a call or recording; {@code null} for none. */
    void own(String subject) {
        if (subject == null || isKnown(subject)) {
            return;
        }
        store.own(subject, instance);
        synchronized (known) {
            known.put(subject, true);
        }
    }

    private boolean isKnown(String subject) {
        synchronized (known) {
            return known.get(subject) != null;
        }
    }

    /** Its wait is open already: what can't be told is said. */
    void ownLate(String subject) {
        try {
            own(subject);
        } catch (RuntimeException e) {
            LOG.warn("Other nodes can't be told that this one waits in {}; events without a context that they get do not"
                     + " reach it: {}",
                    subject, e.getMessage());
        }
    }

    void forget(String subject) {
        synchronized (known) {
            known.remove(subject);
        }
    }
}
