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

import java.time.Duration;
import java.time.Instant;

import io.acscall.camel.client.ServiceException;
import io.acscall.camel.observe.CallObserver;
import io.acscall.camel.observe.CallSignal;

/**
 * Whether the service takes our credentials, by its last answer. A refusal is forgotten after a minute, so that an
 * instance that nobody asks any more can come back.
 */
final class RefusedCredentials implements CallObserver {

    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final int UNAUTHORIZED = 401;

    private volatile Instant refused;

    @Override
    public void observed(CallSignal signal) {
        if (signal instanceof CallSignal.ActionAnswered answered) {
            if (answered.failure() instanceof ServiceException failed && failed.status() == UNAUTHORIZED) {
                refused = answered.at();
            } else if (!(answered.failure() instanceof ServiceException failed && failed.status() == 0)) {
                refused = null;
            }
        }
    }

    boolean at(Instant now) {
        Instant last = refused;
        return last != null && now.isBefore(last.plus(MEMORY));
    }
}
