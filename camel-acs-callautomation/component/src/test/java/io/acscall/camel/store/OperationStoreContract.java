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

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.acscall.camel.spi.Attempt;
import io.acscall.camel.spi.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/** What every store of operations does, asked by one at a time. */
abstract class OperationStoreContract extends OperationStoreRaces {

    static final String KEY = "addParticipant:order-4711";
    static final String RESULT = "{\"operationContext\":\"lobby\",\"invitationId\":\"b7e3\"}";

    @Test
    void aFirstClaimIsGrantedUnderItsOwnIds() {
        Attempt first = attempt("h1");

        assertThat(store.claim(KEY, "a", n -> first, LEASE)).isEqualTo(new Claim.Granted(first));
    }

    @Test
    void aSecondClaimIsHeldAndShowsTheFirstIdsAndTheEnd() {
        Attempt first = attempt("h1");
        store.claim(KEY, "a", n -> first, LEASE);

        Claim second = store.claim(KEY, "b", n -> attempt("h1"), LEASE);

        Instant end = Instant.parse("2026-04-02T09:16:00.123Z");
        assertThat(second).isEqualTo(new Claim.Held(first, end));
    }

    @Test
    void anOwnClaimIsHeldLikeAnyOther() {
        Attempt first = attempt("h1");
        store.claim(KEY, "a", n -> first, LEASE);

        assertThat(store.claim(KEY, "a", n -> first, LEASE)).isInstanceOf(Claim.Held.class);
    }

    @Test
    void aFinishedOperationGivesItsResultToEverybodyForEver() {
        Attempt first = attempt("h1");
        store.claim(KEY, "a", n -> first, LEASE);
        store.complete(KEY, "a", RESULT);

        assertThat(store.claim(KEY, "b", n -> attempt("h1"), LEASE)).isEqualTo(new Claim.Done(first, RESULT));
        clock.advance(Duration.ofDays(400));
        assertThat(store.claim(KEY, "c", n -> attempt("h1"), LEASE)).isEqualTo(new Claim.Done(first, RESULT));
    }

    @Test
    void theFirstResultStays() {
        Attempt first = attempt("h1");
        store.claim(KEY, "a", n -> first, LEASE);
        store.complete(KEY, "a", RESULT);
        store.complete(KEY, "a", "{}");

        assertThat(store.claim(KEY, "b", n -> attempt("h1"), LEASE)).isEqualTo(new Claim.Done(first, RESULT));
    }

    @Test
    void anotherRequestUnderTheSameKeyShowsTheFirstHash() {
        Attempt first = attempt("h1");
        store.claim(KEY, "a", n -> first, LEASE);

        assertThat(store.claim(KEY, "b", n -> attempt("other"), LEASE))
                .isInstanceOfSatisfying(Claim.Held.class, held -> assertThat(held.attempt()).isEqualTo(first));
        clock.advance(LEASE);
        assertThat(store.claim(KEY, "c", n -> attempt("other"), LEASE)).isEqualTo(new Claim.TakenOver(first));
        store.complete(KEY, "c", RESULT);
        assertThat(store.claim(KEY, "d", n -> attempt("other"), LEASE)).isEqualTo(new Claim.Done(first, RESULT));
    }

    @Test
    void aReleasedOperationIsClaimedAnew() {
        store.claim(KEY, "a", n -> attempt("h1"), LEASE);
        store.release(KEY, "a");
        Attempt second = attempt("h2");

        assertThat(store.claim(KEY, "b", n -> second, LEASE)).isEqualTo(new Claim.Granted(second));
    }

    @Test
    void eachReleaseGivesTheNextTryANumberOfItsOwn() {
        List<Attempt> tries = List.of(attempt("try 0"), attempt("try 1"), attempt("try 2"));
        for (Attempt expected : tries) {
            assertThat(store.claim(KEY, "a", tries::get, LEASE)).isEqualTo(new Claim.Granted(expected));
            assertThat(store.claim(KEY, "b", tries::get, LEASE)).isInstanceOfSatisfying(
                    Claim.Held.class, held -> assertThat(held.attempt()).isEqualTo(expected));
            store.release(KEY, "a");
            store.release(KEY, "a");
            clock.advance(LEASE);
        }
    }

    @Test
    void theNumberOfATryStaysWhenItIsTakenOver() {
        List<Attempt> tries = List.of(attempt("try 0"), attempt("try 1"), attempt("try 2"));
        store.claim(KEY, "a", tries::get, LEASE);
        store.release(KEY, "a");
        store.claim(KEY, "b", tries::get, LEASE);
        clock.advance(LEASE);

        assertThat(store.claim(KEY, "c", tries::get, LEASE)).isEqualTo(new Claim.TakenOver(tries.get(1)));
        store.release(KEY, "c");
        assertThat(store.claim(KEY, "d", tries::get, LEASE)).isEqualTo(new Claim.Granted(tries.get(2)));
        store.complete(KEY, "d", RESULT);
        assertThat(store.claim(KEY, "e", tries::get, LEASE)).isEqualTo(new Claim.Done(tries.get(2), RESULT));
    }

    @Test
    void aResultThatComesAfterTheReleaseIsKept() {
        Attempt first = attempt("h1");
        store.claim(KEY, "a", n -> first, LEASE);
        clock.advance(LEASE);
        store.claim(KEY, "b", n -> attempt("h1"), LEASE);
        store.release(KEY, "b");

        store.complete(KEY, "a", RESULT);

        assertThat(store.claim(KEY, "c", n -> attempt("h1"), LEASE)).isEqualTo(new Claim.Done(first, RESULT));
    }

    @Test
    void nothingIsClaimedWhenTheIdsCannotBeMade() {
        IllegalStateException broken = new IllegalStateException("no ids");

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> store.claim(KEY, "a", n -> {
            throw broken;
        }, LEASE)).isSameAs(broken);

        assertThat(store.claim(KEY, "b", n -> attempt("h1"), LEASE)).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void releaseByAnotherOwnerHasNoEffect() {
        store.claim(KEY, "a", n -> attempt("h1"), LEASE);
        store.release(KEY, "b");

        assertThat(store.claim(KEY, "b", n -> attempt("h1"), LEASE)).isInstanceOf(Claim.Held.class);
    }

    @Test
    void releaseOfAFinishedOperationHasNoEffect() {
        store.claim(KEY, "a", n -> attempt("h1"), LEASE);
        store.complete(KEY, "a", RESULT);
        store.release(KEY, "a");

        assertThat(store.claim(KEY, "b", n -> attempt("h1"), LEASE)).isInstanceOf(Claim.Done.class);
    }

    @Test
    void releaseOfWhatNobodyClaimedHasNoEffect() {
        store.release(KEY, "a");

        assertThat(store.claim(KEY, "a", n -> attempt("h1"), LEASE)).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void aClaimHoldsUntilTheLastMillisecond() {
        store.claim(KEY, "a", n -> attempt("h1"), LEASE);
        clock.advance(LEASE.minusMillis(1));

        assertThat(store.claim(KEY, "b", n -> attempt("h1"), LEASE)).isInstanceOf(Claim.Held.class);
    }

    @Test
    void aClaimThatHasRunOutIsTakenOverOnceUnderTheFirstIds() {
        Attempt first = attempt("h1");
        store.claim(KEY, "a", n -> first, LEASE);
        clock.advance(LEASE);

        assertThat(store.claim(KEY, "b", n -> attempt("h1"), LEASE)).isEqualTo(new Claim.TakenOver(first));
        assertThat(store.claim(KEY, "c", n -> attempt("h1"), LEASE))
                .isEqualTo(new Claim.Held(first, Instant.parse("2026-04-02T09:17:00.123Z")));
        clock.advance(LEASE);
        assertThat(store.claim(KEY, "d", n -> attempt("h1"), LEASE)).isEqualTo(new Claim.TakenOver(first));
    }

    @Test
    void anOwnerThatWasTakenOverMayStillComplete() {
        Attempt first = attempt("h1");
        store.claim(KEY, "a", n -> first, LEASE);
        clock.advance(LEASE);
        store.claim(KEY, "b", n -> attempt("h1"), LEASE);

        store.complete(KEY, "a", RESULT);

        assertThat(store.claim(KEY, "c", n -> attempt("h1"), LEASE)).isEqualTo(new Claim.Done(first, RESULT));
        store.release(KEY, "b");
        assertThat(store.claim(KEY, "d", n -> attempt("h1"), LEASE)).isEqualTo(new Claim.Done(first, RESULT));
    }

    @Test
    void anOwnerThatWasTakenOverCannotRelease() {
        Attempt first = attempt("h1");
        store.claim(KEY, "a", n -> first, LEASE);
        clock.advance(LEASE);
        store.claim(KEY, "b", n -> attempt("h1"), LEASE);

        store.release(KEY, "a");

        assertThat(store.claim(KEY, "c", n -> attempt("h1"), LEASE)).isInstanceOf(Claim.Held.class);
        store.release(KEY, "b");
        assertThat(store.claim(KEY, "d", n -> attempt("h2"), LEASE)).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void aResultWithoutAClaimIsNotKept() {
        store.complete(KEY, "a", RESULT);

        assertThat(store.claim(KEY, "b", n -> attempt("h1"), LEASE)).isInstanceOf(Claim.Granted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "K", "k ", " k", "k\0", "k%", "k_", "k'; DROP TABLE acs_call_operation; --", "é", "e\u0301",
            "\uD83D\uDCDE", "\uD83D", "\uDCDE", "?" })
    void keysThatLookAlikeAreApart(String key) {
        store.claim("k", "a", n -> attempt("h1"), LEASE);
        Attempt own = attempt("h2");

        assertThat(store.claim(key, "b", n -> own, LEASE)).isEqualTo(new Claim.Granted(own));
        store.complete(key, "b", RESULT);
        assertThat(store.claim(key, "c", n -> attempt("h2"), LEASE)).isEqualTo(new Claim.Done(own, RESULT));
        assertThat(store.claim("k", "c", n -> attempt("h1"), LEASE)).isInstanceOf(Claim.Held.class);
    }

    @Test
    void halvesOfSurrogatePairsAreApart() {
        for (String key : List.of("\uD83D", "\uD83C", "\uDCDE", "?", "\uFFFD")) {
            assertThat(store.claim(key, "a", n -> attempt("h1"), LEASE)).isInstanceOf(Claim.Granted.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 299, 300, 301, 100_000 })
    void longKeysAreKnownInFull(int length) {
        String almost = "k".repeat(length - 1);
        store.claim(almost + "1", "a", n -> attempt("h1"), LEASE);

        assertThat(store.claim(almost + "2", "b", n -> attempt("h1"), LEASE)).isInstanceOf(Claim.Granted.class);
        assertThat(store.claim(almost + "1", "b", n -> attempt("h1"), LEASE)).isInstanceOf(Claim.Held.class);
        store.complete(almost + "1", "a", RESULT);
        assertThat(store.claim(almost + "1", "b", n -> attempt("h1"), LEASE)).isInstanceOf(Claim.Done.class);
    }

    @Test
    void longOwnersAreToldApart() {
        String almost = "node".repeat(200);
        store.claim(KEY, almost + "1", n -> attempt("h1"), LEASE);
        store.release(KEY, almost + "2");
        assertThat(store.claim(KEY, "b", n -> attempt("h1"), LEASE)).isInstanceOf(Claim.Held.class);

        store.release(KEY, almost + "1");
        assertThat(store.claim(KEY, "b", n -> attempt("h1"), LEASE)).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void aLongResultComesBackWhole() {
        String result = "{\"name\":\"Zo\u00eb \uD83D\uDCDE " + "x".repeat(2_000_000) + "\"}";
        Attempt first = attempt("h1");
        store.claim(KEY, "a", n -> first, LEASE);
        store.complete(KEY, "a", result);

        assertThat(store.claim(KEY, "b", n -> attempt("h1"), LEASE)).isEqualTo(new Claim.Done(first, result));
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT0S", "PT0.000999999S", "PT-1S", "PT8760H1S" })
    void refusesALeaseThatIsNone(String lease) {
        assertThatIllegalArgumentException().isThrownBy(() -> store.claim(KEY, "a", n -> attempt("h1"), Duration.parse(lease)))
                .withMessageContaining("lease=" + Duration.parse(lease)).withMessageContaining("PT1M");
        assertThat(store.claim(KEY, "b", n -> attempt("h1"), Duration.ofDays(365))).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void refusesNothingAtAll() {
        assertThatNullPointerException().isThrownBy(() -> store.claim(null, "a", n -> attempt("h1"), LEASE));
        assertThatNullPointerException().isThrownBy(() -> store.claim(KEY, null, n -> attempt("h1"), LEASE));
        assertThatNullPointerException().isThrownBy(() -> store.claim(KEY, "a", null, LEASE));
        assertThatNullPointerException().isThrownBy(() -> store.claim(KEY, "a", n -> attempt("h1"), null));
        assertThatNullPointerException().isThrownBy(() -> store.complete(KEY, "a", null));
    }
}
