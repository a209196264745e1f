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

import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.acscall.camel.action.HoldState;
import io.acscall.camel.client.ServiceResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look at a participant after the service has taken a request whose end no event of its own tells: the
 * ParticipantsUpdated that shows it may have come before, or go astray. Holds no thread.
 */
record StateLook(AcsCallComponent component, HoldState goal, Executor completions) {

    private static final Logger LOG = LoggerFactory.getLogger(StateLook.class);

    /**
     * Looks once.
     *
     * @param shown called on a thread that lets the exchange go on, with the answer, when it shows what was asked for
     */
    void start(Consumer<ServiceResponse> shown) {
        StepWatch.send(component, "getParticipant", goal.question(), null)
                .whenComplete((state, failed) -> completions.execute(() -> read(state, failed, shown)));
    }

    private void read(ServiceResponse state, Throwable failed, Consumer<ServiceResponse> shown) {
        if (failed != null) {
            // the event is still to come, or the time-out
            LOG.debug("The state of a participant could not be read: {}", failed.getMessage());
        } else if (goal.isShownBy(state)) {
            shown.accept(state);
        }
    }
}
