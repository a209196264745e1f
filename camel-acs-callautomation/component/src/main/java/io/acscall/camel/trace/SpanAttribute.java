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
package io.acscall.camel.trace;

import io.acscall.camel.AcsCallConstants;
import org.apache.camel.Exchange;
import org.apache.camel.telemetry.Span;

/**
 * The attributes that spans of calls have beside Camel's own. Few values each, but for the two ids; phone numbers and
 * names in none.
 */
enum SpanAttribute {

    /** The action, such as {@code createCall}. */
    ACTION("acs.call.action", null),
    /** The type of the event that a consumer got. */
    EVENT_TYPE("acs.call.event.type", AcsCallConstants.EVENT_TYPE),
    /** The leg of the call. */
    CALL_CONNECTION_ID("acs.call.connection.id", AcsCallConstants.CONNECTION_ID),
    /** The id that all legs of a call have in common. */
    CORRELATION_ID("acs.call.correlation.id", AcsCallConstants.CORRELATION_ID),
    /** What a failed action means; not there when it went well. */
    OUTCOME("acs.call.outcome", AcsCallConstants.OUTCOME),
    /** The code of the answer or event. */
    RESULT_CODE("acs.call.result.code", AcsCallConstants.RESULT_CODE),
    /** The sub-code of the event. */
    RESULT_SUB_CODE("acs.call.result.sub_code", AcsCallConstants.RESULT_SUB_CODE);

    private final String key;
    private final String header;

    SpanAttribute(String key, String header) {
        this.key = key;
        this.header = header;
    }

    String key() {
        return key;
    }

    /** Sets it where the exchange has the header that it stands in. */
    void copy(Exchange exchange, Span span) {
        Object value = exchange.getMessage().getHeader(header);
        if (value != null) {
            span.setTag(key, value.toString());
        }
    }
}
