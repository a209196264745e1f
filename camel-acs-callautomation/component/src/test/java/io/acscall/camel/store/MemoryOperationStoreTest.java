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
package io.acscall.camel.store;

import java.time.Clock;
import java.time.Duration;

import io.acscall.camel.spi.Claim;
import io.acscall.camel.spi.OperationStore;
import io.acscall.camel.spi.OperationStoreException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MemoryOperationStoreTest extends OperationStoreContract {

    @Override
    OperationStore node(Clock itsClock) {
        return store == null ? new MemoryOperationStore(5_000, itsClock) : store;
    }

    @Test
    void whatFinishedFirstMakesRoomFirst() {
        MemoryOperationStore small = new MemoryOperationStore(3, clock);
        claim(small, "1");
        claim(small, "2");
        claim(small, "3");
        small.complete("2", "a", RESULT);
        small.complete("1", "a", RESULT);

        assertThat(claim(small, "4")).isInstanceOf(Claim.Granted.class);

        assertThat(claim(small, "1")).isInstanceOf(Claim.Done.class);
        assertThat(claim(small, "3")).isInstanceOf(Claim.Held.class);
        assertThat(claim(small, "2")).isInstanceOf(Claim.Granted.class);
        assertThat(claim(small, "4")).isInstanceOf(Claim.Held.class);
    }

    @Test
    void whatWasReleasedMakesRoomLikeWhatHasFinished() {
        MemoryOperationStore small = new MemoryOperationStore(3, clock);
        claim(small, "1");
        claim(small, "2");
        claim(small, "3");
        small.release("2", "a");
        small.complete("1", "a", RESULT);

        assertThat(claim(small, "4")).isInstanceOf(Claim.Granted.class);
        assertThat(claim(small, "1")).isInstanceOf(Claim.Done.class);
        assertThat(claim(small, "5")).isInstanceOf(Claim.Granted.class);
        assertThatExceptionOfType(OperationStoreException.class).isThrownBy(() -> claim(small, "1"));
    }

    @Test
    void whatHasFinishedMakesRoomBeforeAClaimThatHasRunOut() {
        MemoryOperationStore small = new MemoryOperationStore(2, clock);
        claim(small, "1");
        clock.advance(LEASE);
        claim(small, "2");
        small.complete("2", "a", RESULT);

        assertThat(claim(small, "3")).isInstanceOf(Claim.Granted.class);

        assertThat(claim(small, "1")).isInstanceOf(Claim.TakenOver.class);
    }

    @Test
    void theClaimThatRanOutFirstMakesRoomWhenNothingHasFinished() {
        MemoryOperationStore small = new MemoryOperationStore(2, clock);
        small.claim("1", "a", n -> attempt("h1"), LEASE.multipliedBy(2));
        claim(small, "2");
        clock.advance(LEASE.multipliedBy(3));

        assertThat(claim(small, "3")).isInstanceOf(Claim.Granted.class);

        assertThat(claim(small, "1")).isInstanceOf(Claim.TakenOver.class);
        small.release("3", "a");
        assertThat(claim(small, "2")).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void aClaimThatHoldsNeverMakesRoom() {
        MemoryOperationStore small = new MemoryOperationStore(2, clock);
        claim(small, "1");
        claim(small, "2");
        clock.advance(LEASE.minus(Duration.ofSeconds(1)));

        assertThatExceptionOfType(OperationStoreException.class).isThrownBy(() -> claim(small, "3"))
                .withMessageContaining("maxEntries=2").withMessageContaining("for example to 4");

        assertThat(claim(small, "1")).isInstanceOf(Claim.Held.class);
        assertThat(claim(small, "2")).isInstanceOf(Claim.Held.class);
        small.release("2", "a");
        assertThat(claim(small, "3")).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void aClaimThatWasTakenOverNeverMakesRoomAgain() {
        MemoryOperationStore small = new MemoryOperationStore(1, clock);
        claim(small, "1");
        clock.advance(LEASE);
        assertThat(claim(small, "1")).isInstanceOf(Claim.TakenOver.class);

        assertThatExceptionOfType(OperationStoreException.class).isThrownBy(() -> claim(small, "2"));
    }

    @Test
    void itNeverHoldsMoreThanItMay() {
        MemoryOperationStore small = new MemoryOperationStore(100, clock);
        for (int i = 0; i < 10_000; i++) {
            claim(small, "k" + i);
            small.complete("k" + i, "a", RESULT);
        }

        for (int i = 9_900; i < 10_000; i++) {
            assertThat(claim(small, "k" + i)).isInstanceOf(Claim.Done.class);
        }
        assertThat(claim(small, "k9899")).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void refusesABoundThatLeavesNoRoom() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MemoryOperationStore(0))
                .withMessageContaining("maxEntries=0").withMessageContaining("10000");
    }

    private Claim claim(OperationStore on, String key) {
        return on.claim(key, "a", n -> attempt("h1"), LEASE);
    }
}
