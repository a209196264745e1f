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

import io.acscall.camel.await.WaitToken;
import io.acscall.camel.await.WaitTokens;
import io.acscall.camel.event.CallEvent;

/**
 * Gives events back the context that the user set, and the trace of its request, where a token was put around it.
 */
record UserContexts(WaitTokens tokens) {

    private static final String NOBODY = "";

    String restore(String wire) {
        return tokens.read(wire).map(WaitToken::userContext).orElse(wire);
    }

    CallEvent restore(CallEvent event) {
        return shown(event).event();
    }

    /** An event as consumers get it. */
    Shown shown(CallEvent event) {
        WaitToken token = tokens.read(event.operationContext()).orElse(null);
        return token == null
                ? new Shown(event, null) : new Shown(event.withOperationContext(token.userContext()), token.trace());
    }

    /**
     * An event with the context of the user.
     *
     * @param event the event
     * @param trace the trace that its request belonged to, or {@code null}
     */
    record Shown(CallEvent event, String trace) {
    }

    /** The context of a request that nobody waits for, but whose trace the event shall show. */
    String traced(String trace, String userContext) {
        return tokens.write(NOBODY, trace, userContext);
    }
}
