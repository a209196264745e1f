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
import java.util.stream.Stream;

import io.acscall.camel.event.EventKind;
import io.acscall.camel.event.EventTypeSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EventFilterTest {

    private static EventFilter incoming(String to, String from) {
        return new EventFilter(
                AcsCallOperation.incomingCall, EventTypeSelection.of(null, EventKind.EVENT_GRID), to, from, false);
    }

    private static EventFilter events() {
        return new EventFilter(AcsCallOperation.events, EventTypeSelection.of(null, EventKind.CALLBACK), "*", "*", false);
    }

    @Test
    void theMostSpecificIsFirstByTheCalledPartyThenByTheCaller() {
        List<EventFilter> sorted = Stream
                .of(incoming("*", "+16041234567"), incoming("+1800*", "*"), incoming("*", "*"), incoming("+18001234567", "*"),
                        incoming("+1800*", "+1*"), incoming("+18001*", "*"), incoming("+18001234567", "+1604*"))
                .sorted(EventFilter.MOST_SPECIFIC_FIRST).toList();

        assertThat(sorted).extracting(filter -> filter.to() + " " + filter.from()).containsExactly("+18001234567 +1604*",
                "+18001234567 *", "+18001* *", "+1800* +1*", "+1800* *", "* +16041234567", "* *");
    }

    @ParameterizedTest
    @CsvSource({
            "+1800*, *, +1800*, *, true", "+1800*, *, +1801*, *, false", "*, *, *, *, true", "*, +1604*, *, *, false",
            "+18001234567, *, +18001234567, +1604*, false" })
    void onlyEqualFiltersCollide(String to, String from, String otherTo, String otherFrom, boolean collides) {
        assertThat(incoming(to, from).collidesWith(incoming(otherTo, otherFrom))).isEqualTo(collides);
    }

    @Test
    void consumersOfEventsNeverCollide() {
        assertThat(events().collidesWith(events())).isFalse();
        assertThat(events().collidesWith(incoming("*", "*"))).isFalse();
        assertThat(events().isExclusive()).isFalse();
        assertThat(incoming("*", "*").isExclusive()).isTrue();
    }
}
