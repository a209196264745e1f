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

import java.util.List;
import java.util.concurrent.Executor;

import io.acscall.camel.await.OpenWaits;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.webhook.Handover;
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

    /** The whole inner path of an event. */
    public static Handover dispatch(AcsCallComponent component, CallEvent event) {
        return component.dispatch(List.of(event));
    }
}
