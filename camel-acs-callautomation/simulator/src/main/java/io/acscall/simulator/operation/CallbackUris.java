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
package io.acscall.simulator.operation;

import java.net.URI;
import java.util.List;

import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.rest.RequestBody;

/**
 * Reads callback addresses. The service takes https only; a simulator whose applications run next to it takes http too.
 */
public final class CallbackUris {

    private final boolean strict;

    /**
     * @param strict whether http is refused
     */
    public CallbackUris(boolean strict) {
        this.strict = strict;
    }

    /**
     * @throws ServiceFault 400/8523 when missing, not absolute, or http while strict
     */
    URI required(RequestBody body, String field) {
        body.text(field);
        return optional(body, field);
    }

    /**
     * @return null when absent
     */
    URI optional(RequestBody body, String field) {
        URI uri = body.optionalUri(field);
        if (strict && uri != null && !"https".equalsIgnoreCase(uri.getScheme())) {
            throw body.wrong(field, "it must be an https URL.");
        }
        return uri;
    }

    /**
     * The address of a WebSocket; ws is taken as http is.
     *
     * @return null when absent
     */
    URI optionalSocket(RequestBody body, String field) {
        URI uri = body.optionalUri(field, List.of("wss", "ws"), "wss://app.example.com/audio");
        if (strict && uri != null && !"wss".equalsIgnoreCase(uri.getScheme())) {
            throw body.wrong(field, "it must be a wss URL.");
        }
        return uri;
    }
}
