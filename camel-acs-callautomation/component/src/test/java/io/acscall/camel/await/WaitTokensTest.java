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
package io.acscall.camel.await;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WaitTokensTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final WaitTokens tokens = new WaitTokens("here", Waits.KEY);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {
            "order-4711", "a.b..c.", ".", "acs1.x.y.z.u", "ünïcödé ☎ 😀", " blank ", "line\nbreak", "{\"json\":1}" })
    void anyNodeWithTheSameKeyRestoresTheContextOfTheUser(String context) {
        String wire = tokens.write("w1", context);

        assertThat(wire).startsWith("acs1.here.w1.");
        assertThat(new WaitTokens("there", Waits.KEY).read(wire)).contains(new WaitToken("here", "w1", context));
    }

    @Test
    void anEmptyContextIsNone() {
        assertThat(tokens.read(tokens.write("w1", ""))).contains(new WaitToken("here", "w1", null));
    }

    @Test
    void aContextThatLooksLikeOursMayBeWrappedAgain() {
        String inner = tokens.write("w1", "mine");

        assertThat(tokens.read(tokens.write("w2", inner))).contains(new WaitToken("here", "w2", inner));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {
            "", "mine", "acs1", "acs1.", "acs1....", "acs1.here.w1", "acs1.here.w1.mac", "acs1.here.w1.mac.mine",
            "acs2.here.w1.mac.mine", "ACS1.here.w1.mac.mine" })
    void anythingElseIsAPlainContext(String wire) {
        assertThat(tokens.read(wire)).isEmpty();
    }

    @Test
    void nothingOfItCanBeChanged() {
        String wire = tokens.write("w1", "mine");

        for (int i = 0; i < wire.length(); i++) {
            char[] changed = wire.toCharArray();
            changed[i] = changed[i] == 'x' ? 'y' : 'x';
            assertThat(tokens.read(new String(changed))).isEmpty();
        }
        assertThat(tokens.read(wire + "x")).isEmpty();
        assertThat(tokens.read(wire.substring(0, wire.length() - 1))).isEmpty();
        assertThat(new WaitTokens("here", Arrays.copyOf(Waits.KEY, 5)).read(wire)).isEmpty();
    }

    @Test
    void partsCannotBeMovedFromOneFieldToAnother() {
        String mac = tokens.write("w1", "a.b").split("\\.")[3];

        assertThat(tokens.read("acs1.here.w1." + mac + ".a.b")).isPresent();
        assertThat(tokens.read("acs1.here.w1.a." + mac + ".b")).isEmpty();
        assertThat(tokens.read("acs1.here.w1.a.b." + mac)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "order-4711", "a.b..c.", "acs2.x.y.z.u.v", "ünïcödé ☎ 😀" })
    void anyNodeRestoresTheTraceToo(String context) {
        String wire = tokens.write("w1", TRACE, context);

        assertThat(wire).startsWith("acs2.here.w1." + TRACE + ".");
        assertThat(new WaitTokens("there", Waits.KEY).read(wire)).contains(new WaitToken("here", "w1", TRACE, context));
    }

    @Test
    void aTraceThatNobodyWaitsForHasNoWait() {
        assertThat(tokens.read(tokens.write("", TRACE, "mine"))).contains(new WaitToken("here", "", TRACE, "mine"));
    }

    @Test
    void aContextWithoutATraceIsWrittenAsBefore() {
        assertThat(tokens.write("w1", null, "mine")).isEqualTo(tokens.write("w1", "mine")).startsWith("acs1.");
    }

    @Test
    void nothingOfATracedContextCanBeChanged() {
        String wire = tokens.write("w1", TRACE, "mine");

        for (int i = 0; i < wire.length(); i++) {
            char[] changed = wire.toCharArray();
            changed[i] = changed[i] == '1' ? '2' : '1';
            assertThat(tokens.read(new String(changed))).isEmpty();
        }
        assertThat(tokens.read(wire.replace("." + TRACE, ""))).isEmpty();
        assertThat(tokens.read(wire.replaceFirst("acs2", "acs1"))).isEmpty();
    }

    @Test
    void aPlainContextCannotBeTurnedIntoATracedOne() {
        String mac = tokens.write("w1", TRACE + ".mine").split("\\.")[3];

        assertThat(tokens.read("acs2.here.w1." + TRACE + "." + mac + ".mine")).isEmpty();
    }
}
