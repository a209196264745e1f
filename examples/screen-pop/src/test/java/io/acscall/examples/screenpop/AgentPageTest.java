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
package io.acscall.examples.screenpop;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import io.acscall.examples.screenpop.demo.Caller;
import io.acscall.examples.screenpop.demo.SimulatedScreenPop;
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
class AgentPageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HARBOUR = "+16045550181";
    private static final String NASTY = "+16045550182";
    private static final String UNKNOWN = "+16045550183";
    private static final String UNKNOWN_TOO = "+16045550184";
    private static final String MAPLE = "+16045550185";
    private static final String NAME = "<img src=x onerror='window.hacked=1'><script>window.hacked=2</script>";

    private static Browser browser;
    private static SimulatedScreenPop screenPop;

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.start();
        screenPop = SimulatedScreenPop.start();
        screenPop.crm().knows(HARBOUR, """
                {"name": "Harbour Books",
                 "orders": [{"number": "A-1041", "what": "Two shelves, oak", "status": "on its way"},
                            {"number": "A-1057", "what": "Reading lamp", "status": "paid"}],
                 "notes": ["Asks for deliveries before ten", "Speaks French, too"]}""");
        browser.logIn("ann", screenPop.password());
        browser.size(1000, 640);
    }

    @AfterAll
    static void stop() {
        if (screenPop != null) {
            screenPop.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void openThePage() throws SQLException {
        screenPop.simulator().reset();
        try (Connection connection = screenPop.dataSource().getConnection();
             Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from card");
        }
        browser.driver().get(screenPop.address() + "/agent/");
        shows("#status", "Live");
        soon().untilAsserted(() -> assertThat(all(".card")).isEmpty());
        browser.complaints();
    }

    @Test
    void aCallPopsUpIsAcceptedAnsweredAndDone() {
        shows("#me", "ann");
        screenPop.crm().knows(MAPLE, "{\"name\": \"Maple Bakery\", \"notes\": [\"New since May\"]}");
        screenPop.simulator().placeCall(MAPLE, SimulatedScreenPop.NUMBER);
        shows(".name", "Maple Bakery");
        screenPop.simulator().placeCall(HARBOUR, SimulatedScreenPop.NUMBER);

        shows(".card:nth-child(2) .name", "Harbour Books");
        assertThat(texts(".card:nth-child(2) .orders li")).containsExactly(
                "A-1041: Two shelves, oak (on its way)", "A-1057: Reading lamp (paid)");
        assertThat(texts(".card:nth-child(2) .notes li")).contains("Asks for deliveries before ten");
        assertThat(text(".card:nth-child(2) .phone")).startsWith(HARBOUR);
        shows(".card:nth-child(2) .state", "waits");
        one(".card:nth-child(2) .accept").click();

        shows(".card:nth-child(2) .state", "talks on your phone");
        shows("#announcer", "Harbour Books: talks on your phone");
        screenPop.simulator().placeCall(UNKNOWN, SimulatedScreenPop.NUMBER);
        shows(".card:nth-child(3) .note", "Not in the CRM");
        assertThat(browser.picture("screen-pop")).isNotEmpty();
        one(".card:nth-child(2) .done").click();
        soon().untilAsserted(() -> assertThat(texts(".name")).doesNotContain("Harbour Books").hasSize(2));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoIsBusyLeavesTheCardToTheNext() {
        screenPop.placeCall(Caller.FINDS_ANN_BUSY);
        one(".accept").click();

        shows(".note", "ann: BUSY");
        shows(".state", "waits");
        assertThat(one(".accept").isDisplayed()).isTrue();
    }

    @Test
    void theCardClosesWhenTheCallerHangsUp() {
        String call = screenPop.simulator().placeCall(HARBOUR, SimulatedScreenPop.NUMBER).callId();
        shows(".name", "Harbour Books");

        screenPop.simulator().hangUp(call, HARBOUR);

        soon().untilAsserted(() -> assertThat(all(".card")).isEmpty());
        shows("#announcer", "Harbour Books: closed");
        assertThat(one("#nobody").isDisplayed()).isTrue();
    }

    @Test
    void aNastyNameIsTextAndNothingElse() {
        screenPop.crm().knows(NASTY, """
                {"name": "%1$s", "orders": [{"number": "%1$s", "what": "%1$s", "status": "</script>"}],
                 "notes": ["%1$s", {"a": "b"}, null, "javascript:alert(1)"]}""".formatted(NAME));
        screenPop.simulator().placeCall(NASTY, SimulatedScreenPop.NUMBER);

        shows(".name", NAME);
        soon().untilAsserted(() -> assertThat(texts(".notes li")).startsWith(NAME).hasSize(4));
        assertThat(all("main img, main script, main a, main iframe")).isEmpty();
        assertThat(script("return typeof window.hacked")).isEqualTo("undefined");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void isUsedByKeyboardAndReadAloudAndFitsATelephone() {
        browser.size(360, 740);
        try {
            screenPop.simulator().placeCall(UNKNOWN_TOO, SimulatedScreenPop.NUMBER);
            shows(".note", "Not in the CRM");
            assertThat(script("return document.documentElement.scrollWidth - window.innerWidth")).isEqualTo(0L);
            WebElement accept = one(".accept");
            assertThat(script("return document.getElementById(arguments[0].getAttribute('aria-describedby')).textContent",
                    accept)).isEqualTo(text(".name"));
            assertThat(one("#announcer").getAttribute("aria-live")).isEqualTo("assertive");

            new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
            assertThat(browser.driver().switchTo().activeElement()).isEqualTo(accept);
            assertThat(script("return getComputedStyle(arguments[0]).outlineStyle", accept)).isEqualTo("solid");
            new Actions(browser.driver()).sendKeys(Keys.ENTER).perform();

            shows(".state", "talks on your phone");
        } finally {
            browser.size(1000, 640);
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
