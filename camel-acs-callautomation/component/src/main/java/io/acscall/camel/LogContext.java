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
import java.util.Map;
import java.util.function.Supplier;

import org.apache.camel.Exchange;
import org.slf4j.MDC;

/**
 * The diagnostic context (MDC) of log lines: threads of ours show the ids of the call while they run a route for it,
 * under the names of the headers, and nothing of it afterwards. What routes leave behind there, such as camel-mdc when
 * a step goes on elsewhere, must not get into the lines of the next call.
 */
final class LogContext {

    private static final List<String> IDS = List.of(AcsCallConstants.CONNECTION_ID, AcsCallConstants.CORRELATION_ID);

    private LogContext() {
    }

    /** Runs something, and leaves the context of the thread as it was. */
    static void keep(Runnable part) {
        keep(() -> {
            part.run();
            return null;
        });
    }

    private static <T> T keep(Supplier<T> part) {
        Map<String, String> before = MDC.getCopyOfContextMap();
        try {
            return part.get();
        } finally {
            if (before == null || before.isEmpty()) {
                MDC.clear();
            } else {
                MDC.setContextMap(before);
            }
        }
    }

    /** Runs a part of the route of an exchange, and leaves the context of the thread as it was. */
    static <T> T run(Exchange exchange, Supplier<T> part) {
        return keep(() -> {
            show(exchange);
            return part.get();
        });
    }

    /** From now on lines of this thread are about the call of this exchange. */
    static void show(Exchange exchange) {
        for (String id : IDS) {
            String value = exchange.getMessage().getHeader(id, String.class);
            String shown = MDC.get(id);
            // each change may copy the whole context
            if (value == null && shown != null) {
                MDC.remove(id);
            } else if (value != null && !value.equals(shown)) {
                MDC.put(id, value);
            }
        }
    }
}
