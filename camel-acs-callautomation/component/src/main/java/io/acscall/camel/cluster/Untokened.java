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

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.DisconnectMeaning;
import io.acscall.camel.event.Ending;

/**
 * Which events end waits that they do not name, so that everybody who waits in their call or recording has to get them.
 * Made of the table of actions; the same rules as in {@link io.acscall.camel.await.OpenWaits}.
 */
public final class Untokened {

    private static final String CALL_DISCONNECTED = "CallDisconnected";

    /** Whatever their context. */
    private final Set<String> ofCalls = new HashSet<>(Set.of(CALL_DISCONNECTED));
    /** Of the making of a call, when they have no context at all. */
    private final Set<String> ofMaking = new HashSet<>(Set.of(CALL_DISCONNECTED));
    private final Set<String> ofRecordings = new HashSet<>();

    /**
     * Reads the table.
     *
     * @param endings of all actions
     */
    public Untokened(Collection<Ending> endings) {
        for (Ending ending : endings) {
            if (ending.byRecording()) {
                addAll(ofRecordings, ending);
            } else if (ending.byCall()) {
                addAll(ofCalls, ending);
            } else if (ending.byState()) {
                ofCalls.addAll(ending.success());
            }
            if (ending.disconnect() == DisconnectMeaning.FAILURE) {
                addAll(ofMaking, ending);
            }
        }
    }

    private static void addAll(Set<String> types, Ending ending) {
        types.addAll(ending.success());
        types.addAll(ending.failure());
    }

    /** The call and the recording whose owners have to get an event; empty when its context says all. */
    Set<String> subjects(CallEvent event) {
        String type = event.shortType();
        Set<String> subjects = new LinkedHashSet<>();
        if (event.callConnectionId() != null
                && (ofCalls.contains(type) || event.operationContext() == null && ofMaking.contains(type))) {
            subjects.add(event.callConnectionId());
        }
        if (event.recordingId() != null && ofRecordings.contains(type)) {
            subjects.add(event.recordingId());
        }
        return subjects;
    }

    /** Whether an event may be there before those who wait have learned the name of their call or recording. */
    boolean mayBeEarly(CallEvent event) {
        return event.operationContext() == null
                && (ofMaking.contains(event.shortType()) || ofRecordings.contains(event.shortType()));
    }

    /** Whether a call is over with an event. */
    static boolean endsCall(CallEvent event) {
        return CALL_DISCONNECTED.equals(event.shortType()) && event.callConnectionId() != null;
    }
}
