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
package io.acscall.simulator.console;

import java.time.Duration;
import java.util.List;

import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.browser.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import static io.acscall.simulator.console.ConsolePage.soon;
import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.OURS;
import static org.assertj.core.api.Assertions.assertThat;

/** Who uses the console by keyboard, in the dark, on a telephone or with a screen reader. */
class ConsoleForEverybodyTest {

    private static Browser browser;

    private final MenuApp app = new MenuApp();
    private AcsSimulator simulator;

    @BeforeAll
    static void startBrowser() {
        browser = Browser.start();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        simulator = AcsSimulator.builder().maxSilence(Duration.ofSeconds(300)).start();
        app.with(simulator);
        browser.size(1440, 900);
        browser.prefers("light", "reduce");
    }

    @AfterEach
    void close() {
        simulator.close();
        app.close();
    }

    @Test
    void everythingIsDoneByKeyboard() {
        ConsolePage page = new ConsolePage(browser, simulator);
        page.press(Keys.TAB);
        assertThat(page.focused().getText()).as("the first stop leads past the list").startsWith("Skip");
        assertVisiblyFocused(page.tabTo("#tools .primary"), page);
        page.press(Keys.ENTER);
        page.one("dialog");
        page.press(ANN, Keys.TAB, OURS, Keys.ENTER);
        page.awaitArrow("CallConnected", "PlayStarted");

        page.press("/");
        assertThat(page.focused().getAttribute("type")).isEqualTo("search");
        assertVisiblyFocused(page.tabTo(".everything, .call-row"), page);
        page.press(Keys.HOME, Keys.ARROW_DOWN, Keys.ENTER);
        page.awaitArrow("CallConnected");

        assertVisiblyFocused(page.tabTo("[data-key='phone']"), page);
        page.press(Keys.ENTER);
        page.tabTo(".key");
        page.press("2");
        page.awaitArrow("pressed 2");

        page.tabTo(".row");
        page.press(Keys.HOME, Keys.ARROW_DOWN, Keys.ENTER);
        assertThat(page.text("#inspector h2")).isEqualTo("IncomingCall");
        page.press(Keys.ESCAPE);
        soon().untilAsserted(() -> assertThat(page.one("#inspector").isDisplayed()).isFalse());
        assertThat(page.focused().getAttribute("aria-label")).as("back where one was").contains("IncomingCall");
        page.press(Keys.ESCAPE);
        assertThat(page.focused().getAttribute("class")).as("back in the list").contains("call-row");
    }

    private static void assertVisiblyFocused(WebElement element, ConsolePage page) {
        assertThat(page.script("return getComputedStyle(arguments[0]).outlineStyle", element)).isEqualTo("solid");
    }

    @Test
    void aDialogKeepsTheFocusAndGivesItBack() {
        ConsolePage page = new ConsolePage(browser, simulator);
        page.tabTo("button[title='Faults']");
        page.press(Keys.ENTER);
        page.one("dialog");
        for (int i = 0; i < 30; i++) {
            page.press(Keys.TAB);
            assertThat(page.script("return document.activeElement === document.body "
                                   + "|| document.activeElement.closest('dialog') !== null"))
                    .isEqualTo(true);
        }
        page.press(Keys.ESCAPE);
        soon().untilAsserted(() -> assertThat(page.all("dialog")).isEmpty());
        assertThat(page.focused().getAttribute("title")).isEqualTo("Faults");
    }

    @Test
    void screenReadersHearWhatPasses() {
        ConsolePage page = new ConsolePage(browser, simulator);
        page.placeCall(ANN, OURS, "");
        soon().untilAsserted(() -> assertThat(page.text("#announcer")).isNotEmpty());
        page.awaitArrow("CallConnected");
        page.one("[data-key='phone']").click();
        page.one("[data-key='key-*']").click();
        soon().untilAsserted(() -> assertThat(page.text("#announcer")).contains("Callback"));

        assertThat(page.one(".row").getAttribute("aria-label")).contains(ANN).contains("calls");
        assertThat(page.all("button:not([aria-label])")).allSatisfy(
                button -> assertThat(button.getAttribute("textContent")).as("every button has a name").isNotBlank());
        assertThat(page.all("input, select, textarea")).allSatisfy(field -> assertThat(
                page.script("return arguments[0].labels.length > 0 || arguments[0].hasAttribute('aria-label')", field))
                .isEqualTo(true));
    }

    @Test
    void screenReadersHearOfACallThatNobodyHasOpened() {
        ConsolePage page = new ConsolePage(browser, simulator);
        soon().untilAsserted(() -> assertThat(page.text("#status")).isEqualTo("Live"));

        simulator.placeCall(ANN, OURS);

        soon().untilAsserted(() -> assertThat(page.text("#announcer")).contains("New call from"));
    }

    @Test
    void isDarkWhereTheSystemIs() {
        browser.prefers("dark", "reduce");
        ConsolePage page = new ConsolePage(browser, simulator);
        page.placeCall(ANN, OURS, "Ann");
        page.awaitArrow("PlayStarted");
        assertThat(brightness(page)).isLessThan(60);
        page.click("[data-key='phone']");
        page.click("[data-key='key-1']");
        page.awaitArrow("PlayCompleted");
        assertThat(browser.picture("console-dark")).isNotEmpty();
    }

    @Test
    void takesTheThemeThatWasChosenAndKeepsIt() {
        ConsolePage page = new ConsolePage(browser, simulator);
        long light = brightness(page);
        page.click(".icon-only");
        page.click(".icon-only");
        assertThat(page.one(".icon-only").getAttribute("aria-label")).isEqualTo("Theme: Dark");
        assertThat(brightness(page)).isLessThan(60).isLessThan(light);
        assertThat(brightness(new ConsolePage(browser, simulator))).as("after loading it again").isLessThan(60);
        page.click(".icon-only");
        assertThat(brightness(page)).isEqualTo(light);
    }

    private static long brightness(ConsolePage page) {
        return (Long) page.script("return getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3)"
                                  + ".reduce((sum, part) => sum + Number(part), 0)");
    }

    @ParameterizedTest
    @ValueSource(ints = { 360, 768 })
    void fitsNarrowWindows(int width) {
        browser.size(width, 740);
        ConsolePage page = new ConsolePage(browser, simulator);
        assertThat(page.overflow()).isLessThanOrEqualTo(0);
        page.placeCall(ANN, OURS, "Ann");
        page.awaitArrow("PlayStarted");
        page.click("[data-key='phone']");
        page.click("[data-key='key-1']");
        page.awaitArrow("PlayCompleted");
        assertThat(page.overflow()).isLessThanOrEqualTo(0);
        if (width < 500) {
            assertThat(browser.picture("console-phone")).isNotEmpty();
        }
        page.openArrow("CallConnected");
        assertThat(page.overflow()).isLessThanOrEqualTo(0);
        page.click("#inspector header button");
        for (String tool : List.of("People", "Faults", "Connect")) {
            page.tool(tool);
            page.one("dialog");
            assertThat(page.overflow()).as(tool).isLessThanOrEqualTo(0);
            page.click("dialog .dialog-head button");
        }
    }

    @Test
    void movesNothingForWhomMotionIsTooMuch() {
        ConsolePage page = new ConsolePage(browser, simulator);
        page.placeCall(ANN, OURS, "");
        page.awaitArrow("IncomingCall");

        assertThat(page.script("return document.getAnimations().length")).isEqualTo(0L);
    }
}
