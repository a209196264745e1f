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
package io.acscall.camel.spi;

import java.util.concurrent.CompletionStage;

import io.acscall.camel.event.CallEvent;

/**
 * Gets the events that other nodes have forwarded to this one.
 */
@FunctionalInterface
public interface ReplyReceiver {

    /**
     * Takes an event. Returns at once, on any thread, and may be called again with the same event: the answer is the
     * same.
     *
     * @param  event as it came, with the operation context of the wire
     * @return       whether it has ended a wait on this node. Fails when this node can't say; the sender is told
     *               nothing then, and goes on when its time is over
     */
    CompletionStage<Boolean> receive(CallEvent event);
}
