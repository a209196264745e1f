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
package io.acscall.examples.lobby;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import io.acscall.examples.lobby.demo.Agent;
import io.acscall.examples.lobby.demo.SimulatedLobby;
import io.acscall.simulator.browser.Browser;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

import static org.assertj.core.api.Assertions.assertThat;

/** The page as an agent sees and uses it. */
class LobbyPageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FIRST = "+16045550181";
    private static final String SECOND = "+16045550182";
    private static final String THIRD = "+16045550183";

    private static Browser browser;
    private static SimulatedLobby lobby;

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.start();
        lobby = SimulatedLobby.start();
        browser.logIn("ann", lobby.password());
        browser.size(1000, 560);
    }

    @AfterAll
    static void stop() {
        if (lobby != null) {
            lobby.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void openThePage() throws SQLException {
        lobby.simulator().reset();
        update("delete from guest");
        browser.driver().get(lobby.address() + "/lobby/");
        shows("#status", "Live");
        soon().untilAsserted(() -> assertThat(all(".guest")).isEmpty());
        browser.complaints();
    }

    @Test
    void aGuestComesInIsAdmittedTalksAndLeaves() throws SQLException {
        shows("#me", "ann");
        call(FIRST);
        shows(".name", FIRST);
        call(SECOND);
        shows(".guest:nth-child(2) .name", SECOND);
        shows(".guest:nth-child(2) .state", "waits");
        soon().untilAsserted(() -> assertThat(browser.driver().getTitle()).isEqualTo("(2) Lobby"));
        one(".guest:nth-child(2) .admit").click();

        shows(".guest:nth-child(2) .state", "talks to you");
        shows("#announcer", SECOND + ": talks to you");
        assertThat(one(".guest:nth-child(2) .admit").isDisplayed()).isFalse();
        call(THIRD);
        shows(".guest:nth-child(3) .name", THIRD);
        update("update guest set came_at = came_at - interval '1' hour where phone = '" + THIRD + "'");
        shows(".guest:nth-child(3) .state", "was missed: please call back");
        assertThat(browser.picture("lobby")).isNotEmpty();

        lobby.simulator().callOf(SECOND).ifPresent(call -> lobby.simulator().hangUp(call.callId(), SECOND));
        soon().untilAsserted(() -> assertThat(texts(".name")).containsExactly(FIRST, THIRD));
        one(".guest:nth-child(2) .done").click();
        soon().untilAsserted(() -> assertThat(texts(".name")).containsExactly(FIRST));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoeverIsTurnedAwayOrHangsUpVanishes() {
        call(FIRST);
        shows(".name", FIRST);
        String second = call(SECOND);
        shows(".guest:nth-child(2) .name", SECOND);

        one(".guest:nth-child(1) .turn-away").click();
        soon().untilAsserted(() -> assertThat(texts(".name")).containsExactly(SECOND));
        lobby.simulator().hangUp(second, SECOND);

        soon().untilAsserted(() -> assertThat(all(".guest")).isEmpty());
        shows("#announcer", SECOND + ": gone");
        assertThat(one("#nobody").isDisplayed()).isTrue();
    }

    @Test
    void whoIsTooLateSeesWhoWasQuickerAndABusyPhoneLeavesTheGuest() throws Exception {
        lobby.simulator().person(SimulatedLobby.PHONES.get("ben")).doesNotAnswer();
        call(FIRST);
        try (Agent ben = lobby.agent("ben")) {
            ben.click("admit", ben.awaitGuest(FIRST, any -> true));
        }

        shows(".state", "the phone of ben rings");
        assertThat(one(".admit").isDisplayed()).isFalse();
        shows(".note", "ben: NO_ANSWER");
        assertThat(one(".admit").isDisplayed()).isTrue();
    }

    @Test
    void whatACallerCouldSayIsTextAndNothingElse() throws SQLException {
        String nasty = "+<img src=x onerror=window.hacked=1><script>window.hacked=2</script>";
        update("insert into guest (lobby_call, phone, note) values ('none', '" + nasty + "', '" + nasty + "')");

        shows(".name", nasty);
        assertThat(all("main img, main script")).isEmpty();
        assertThat(script("return typeof window.hacked")).isEqualTo("undefined");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void isUsedByKeyboardAndReadAloudAndFitsATelephone() {
        browser.size(360, 740);
        try {
            call(FIRST);
            shows(".name", FIRST);
            assertThat(script("return document.documentElement.scrollWidth - window.innerWidth")).isEqualTo(0L);
            WebElement admit = one(".admit");
            assertThat(script("return document.getElementById(arguments[0].getAttribute('aria-describedby')).textContent",
                    admit)).isEqualTo(FIRST);
            assertThat(one("#announcer").getAttribute("aria-live")).isEqualTo("assertive");

            new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
            assertThat(browser.driver().switchTo().activeElement()).isEqualTo(admit);
            assertThat(script("return getComputedStyle(arguments[0]).outlineStyle", admit)).isEqualTo("solid");
            new Actions(browser.driver()).sendKeys(Keys.ENTER).perform();

            shows(".state", "talks to you");
        } finally {
            browser.size(1000, 560);
        }
    }

    private static String call(String phone) {
        return lobby.simulator().placeCall(phone, SimulatedLobby.NUMBER).callId();
    }

    private static void update(String sql) throws SQLException {
        try (Connection connection = lobby.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(PATIENCE).ignoreException(StaleElementReferenceException.class);
    }

    private static void shows(String css, String text) {
        soon().untilAsserted(() -> assertThat(text(css)).isEqualTo(text));
    }

    private static String text(String css) {
        return one(css).getAttribute("textContent");
    }

    private static List<String> texts(String css) {
        return all(css).stream().map(found -> found.getAttribute("textContent")).toList();
    }

    private static WebElement one(String css) {
        return soon().until(() -> all(css), found -> !found.isEmpty()).get(0);
    }

    private static List<WebElement> all(String css) {
        return browser.driver().findElements(By.cssSelector(css));
    }

    private static Object script(String script, Object... arguments) {
        return browser.driver().executeScript(script, arguments);
    }
}
