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

import java.util.regex.Pattern;

import org.apache.camel.Exchange;

/**
 * The trace that an exchange belongs to, in the header in which tracing leaves it before a producer is called and looks
 * for it when a consumer has an exchange: {@code traceparent} of W3C Trace Context.
 */
final class TraceHeader {

    static final String NAME = "traceparent";

    /** Version 00; neither trace nor span may be all zeros. What is written otherwise is not passed on. */
    private static final Pattern FORM = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceHeader() {
    }

    /** The trace of an exchange; {@code null} where there is none, or none that can be read. */
    static String of(Exchange exchange) {
        String trace = exchange.getMessage().getHeader(NAME, String.class);
        return trace != null && FORM.matcher(trace).matches() ? trace : null;
    }
}
