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
package io.acscall.camel.webhook;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a path ends and what follows it begins, whichever server took the request. */
class MountedPathTest {

    private final MountedPath path = new MountedPath("/acs-call/events", true);

    @ParameterizedTest
    @CsvSource(value = {
            "/acs-call/events | ''",
            "/acs-call/events/ | /",
            "/acs-call/events/x | /x",
            "/acs-call/events/x/y | /x/y",
            "/acs-call/events/x?a=/acs-call/events/z | /x",
            "/acs-call/events/x#a | /x",
            "/api/acs-call/events/x | /x",
            "/acs-call/events/acs-call/events/x | /x",
            "http://app.example.com:8080/acs-call/events/x?q | /x",
            "https://app.example.com/acs-call/events | ''",
            "/acs-call/events/%78%2Fy%7e | /x/y~",
            "/acs-call/events/a+b | /a+b",
            "/acs-call/events/%zz | /%zz",
            "/acs-call/events/a/../x | /a/../x",
            "/acs-call/events//x | //x",
            "/acs-call/events2/x | ''",
            "/acs-call//events/x | ''",
            "/ | ''",
            "'' | ''" }, delimiter = '|')
    void whatFollowsIsTakenFromTheAddressAsItWasSent(String uri, String below) {
        assertThat(path.below(uri)).isEqualTo(below);
    }

    @Test
    void nothingFollowsInARequestWithoutAnAddress() {
        assertThat(path.below(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "/a, false, /a, false, true",
            "/a, false, /b, false, false",
            "/a, false, /a/b, false, false",
            "/a, true, /a/b, false, true",
            "/a, true, /ab, false, true",
            "/a, true, /b, false, false",
            "/a/b, true, /a, false, false",
            "/a, true, /a/b, true, true" })
    void twoPathsCollideWhenAServerCouldMistakeOneForTheOther(
            String one, boolean below, String other, boolean otherBelow, boolean collide) {
        MountedPath first = new MountedPath(one, below);
        MountedPath second = new MountedPath(other, otherBelow);
        assertThat(first.collidesWith(second)).isEqualTo(collide);
        assertThat(second.collidesWith(first)).isEqualTo(collide);
    }
}
