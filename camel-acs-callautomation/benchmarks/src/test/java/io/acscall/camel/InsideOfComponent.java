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

import io.acscall.camel.await.OpenWaits;
import io.acscall.camel.webhook.CallbackDoor;
import io.acscall.camel.webhook.Door;
import io.acscall.camel.webhook.OpenAuthenticator;
import org.apache.camel.Exchange;

/**
 * What a benchmark measures inside the component and nobody else gets at.
 */
public final class InsideOfComponent {

    private InsideOfComponent() {
    }

    /** The open waits, with the component's own timer. */
    public static OpenWaits waits(AcsCallComponent component) {
        return component.waits();
    }

    /** Where an exchange goes on. */
    public static Executor completions(AcsCallComponent component, Exchange exchange) {
        return component.completionsOf(exchange);
    }

    /** Where callbacks come in, as the path of the webhook has it, for everybody. */
    public static Door callbackDoor(AcsCallComponent component) {
        return new CallbackDoor(
                new OpenAuthenticator(), (events, newWork) -> component.dispatch(events),
                component.webhooks().acknowledgement(), component.refusals(), component.getConfiguration().getMaxBodySize(),
                null);
    }
}
