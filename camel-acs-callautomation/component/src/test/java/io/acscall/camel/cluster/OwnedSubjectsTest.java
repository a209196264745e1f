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
package io.acscall.camel.cluster;

import io.acscall.camel.spi.OperationStoreException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OwnedSubjectsTest {

    private final Notebook store = new Notebook();
    private final OwnedSubjects owned = new OwnedSubjects(store, "here");

    @Test
    void aCallIsToldOnce() {
        owned.own("call");
        owned.own("call");

        assertThat(store.owners("call")).containsExactly("here");
        assertThat(store.owned()).isEqualTo(1);
    }

    @Test
    void aCallThatIsOverIsToldAgain() {
        owned.own("call");
        owned.forget("call");
        owned.own("call");

        assertThat(store.owned()).isEqualTo(2);
    }

    @Test
    void noCallIsNotTold() {
        owned.own(null);
        owned.ownLate(null);

        assertThat(store.owned()).isZero();
    }

    @Test
    void whatCouldNotBeToldIsTriedAgain() {
        store.lost(true);
        assertThatThrownBy(() -> owned.own("call")).isInstanceOf(OperationStoreException.class);
        store.lost(false);

        owned.own("call");

        assertThat(store.owners("call")).containsExactly("here");
    }

    @Test
    void aWaitThatIsOpenDoesNotFailBecauseItsCallCannotBeTold() {
        store.lost(true);
        owned.ownLate("call");
        store.lost(false);

        owned.ownLate("call");

        assertThat(store.owners("call")).containsExactly("here");
    }
}
