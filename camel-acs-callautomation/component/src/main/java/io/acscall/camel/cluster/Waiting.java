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

import java.util.function.Consumer;

import io.acscall.camel.await.OpenWait;
import io.acscall.camel.await.WaitEnd;
import io.acscall.camel.await.WaitSpec;
import io.acscall.camel.event.CallEvent;

/**
 * Who waits for which event, on this node and on others.
 */
public interface Waiting {

    /**
     * Opens a wait, as {@link io.acscall.camel.await.OpenWaits#open(WaitSpec, Consumer, String)} does. Blocks as long
     * as others have to be told of it.
     *
     * @param spec    what is waited for
     * @param onEnd   called once with the end; it must hand over
     * @param knownId the id of a wait whose request is sent again, or {@code null}
     */
    OpenWait open(WaitSpec spec, Consumer<WaitEnd> onEnd, String knownId);

    /**
     * The answer of the service has named what an open wait is about. May block.
     *
     * @param callConnectionId the call, or {@code null}
     * @param recordingId      the recording, or {@code null}
     */
    void learned(String callConnectionId, String recordingId);

    /**
     * Offers an event to the waits of this node. Returns at once.
     *
     * @param event as it came, with the context of the wire
     */
    Offered offer(CallEvent event);

    /**
     * Whether somebody else may wait for an event.
     *
     * @param event as it came
     */
    boolean mayConcernOthers(CallEvent event);

    /**
     * Takes an event to those on other nodes who may wait for it; for events that {@linkplain #mayConcernOthers may
     * concern} them only. Blocks as long as the store takes.
     *
     * @param event as it came
     * @param here  what the waits of this node made of it
     * @param sent  called when what there is to send has been sent, so that the next event of the call may follow
     */
    Asked ask(CallEvent event, Offered here, Runnable sent);

    /** Ends all that is open, because the application stops. */
    void shutDown();
}
