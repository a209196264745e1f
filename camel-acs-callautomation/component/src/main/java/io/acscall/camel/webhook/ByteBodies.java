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
package io.acscall.camel.webhook;

import org.apache.camel.Endpoint;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;

/**
 * Lets the HTTP server hand over a body as the bytes that were sent.
 */
final class ByteBodies {

    /** By name: the component depends on no runtime. */
    private static final String READS_TEXT = "org.apache.camel.component.platform.http.springboot.";

    private ByteBodies() {
    }

    /**
     * The engine of Spring Boot reads every body as text, which breaks one that is packed; but not where an endpoint
     * asks for streams, which it caches. To be called when the engine is known and before the consumer is made.
     */
    static void askFor(Endpoint endpoint) {
        if (endpoint instanceof PlatformHttpEndpoint http && readsText(http.getComponent().getEngine())) {
            http.setUseStreaming(true);
        }
    }

    private static boolean readsText(PlatformHttpEngine engine) {
        return engine != null && engine.getClass().getName().startsWith(READS_TEXT);
    }
}
