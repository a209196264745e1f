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
package io.acscall.camel.route;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

import static org.assertj.core.api.Assertions.assertThat;

/** What nodes have made of an event or an exchange. */
final class Marks {

    private static final String AWAITED = "CamelAcsCallAwaited";
    static final String ORPHANED = "CamelAcsCallOrphaned";

    private Marks() {
    }

    static void isOrdinary(Message message) {
        assertThat(message.getHeaders()).doesNotContainKeys(AWAITED, ORPHANED);
    }

    static void isOrphan(Message message) {
        assertThat(message.getHeaders()).containsEntry(ORPHANED, true).doesNotContainKey(AWAITED);
    }

    static void isAwaited(Message message) {
        assertThat(message.getHeaders()).containsEntry(AWAITED, true).doesNotContainKey(ORPHANED);
    }

    /** The exchange has ended without a word. */
    static void isQuiet(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.isRouteStop()).isTrue();
    }
}
