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
import io.acscall.camel.await.OpenWaits;
import io.acscall.camel.await.WaitEnd;
import io.acscall.camel.await.WaitSpec;
import io.acscall.camel.event.CallEvent;

/**
 * A node that is on its own.
 *
 * @param waits all there are
 */
public record OneNode(OpenWaits waits) implements Waiting {

    @Override
    public OpenWait open(WaitSpec spec, Consumer<WaitEnd> onEnd, String knownId) {
        return waits.open(spec, onEnd, knownId);
    }

    @Override
    public void learned(String callConnectionId, String recordingId) {
        // nobody has to know
    }

    @Override
    public Offered offer(CallEvent event) {
        return waits.offer(event) ? Offered.ENDED : Offered.NOTHING;
    }

    @Override
    public boolean mayConcernOthers(CallEvent event) {
        return false;
    }

    @Override
    public Asked ask(CallEvent event, Offered here, Runnable sent) {
        sent.run();
        return Asked.NOBODY;
    }

    @Override
    public void shutDown() {
        waits.shutDown();
    }
}
