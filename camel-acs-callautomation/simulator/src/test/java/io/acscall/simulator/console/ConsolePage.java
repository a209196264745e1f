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
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

import static org.assertj.core.api.Assertions.assertThat;

/** The console as somebody sees and uses it. */
final class ConsolePage {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChromeDriver driver;

    ConsolePage(Browser browser, AcsSimulator simulator) {
        this.driver = browser.driver();
        driver.get("about:blank");
        driver.get(simulator.endpoint() + "/");
        awaitStatus("Live");
    }

    static ConditionFactory soon() {
        return Awaitility.await().atMost(PATIENCE).ignoreException(StaleElementReferenceException.class);
    }

    void awaitStatus(String status) {
        soon().untilAsserted(() -> assertThat(one("#status").getAttribute("textContent")).isEqualTo(status));
    }

    WebElement one(String css) {
        return soon().until(() -> all(css), found -> !found.isEmpty()).get(0);
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** Clicks, also on what is drawn anew meanwhile. */
    void click(String css) {
        soon().until(() -> {
            one(css).click();
            return true;
        });
    }

    void write(String css, String text) {
        WebElement field = one(css);
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
    }

    void choose(String css, String value) {
        click(css + " option[value='" + value + "']");
    }

    void tool(String name) {
        click("#tools button[title='" + name + "']");
    }

    /** Places a call by the dialog; the call is open then. */
    void placeCall(String from, String to, String name) {
        tool("Place a call");
        write("dialog label:nth-of-type(1) input", from);
        write("dialog label:nth-of-type(2) input", to);
        write("dialog label:nth-of-type(3) input", name);
        click("dialog button.primary");
        one(".call-head h1");
        soon().untilAsserted(() -> assertThat(all("dialog")).isEmpty());
    }

    /** What is written on the arrows, from top to bottom. */
    List<String> arrows() {
        return texts(".sequence .row .label-name");
    }

    void awaitArrow(String... labels) {
        soon().untilAsserted(() -> assertThat(arrows()).contains(labels));
    }

    List<String> texts(String css) {
        return soon().until(() -> all(css).stream().map(found -> found.getAttribute("textContent")).toList(), found -> true);
    }

    String text(String css) {
        return soon().until(() -> one(css).getAttribute("textContent"), found -> true);
    }

    /** Opens the details of the first arrow that says this. */
    void openArrow(String label) {
        awaitArrow(label);
        WebElement row = all(".sequence .row").stream()
                .filter(one -> label.equals(one.findElement(By.cssSelector(".label-name")).getAttribute("textContent")))
                .findFirst().orElseThrow();
        driver.executeScript("arguments[0].scrollIntoView({block:'center'})", row);
        new Actions(driver).moveToElement(row).click().perform();
        one("#inspector .facts");
    }

    void press(CharSequence... keys) {
        Actions actions = new Actions(driver);
        for (CharSequence key : keys) {
            actions.sendKeys(key);
        }
        actions.perform();
    }

    /** Presses Tab until the focus is on something; fails when it never gets there. */
    WebElement tabTo(String css) {
        for (int i = 0; i < 60; i++) {
            press(Keys.TAB);
            WebElement focused = focused();
            if (Boolean.TRUE.equals(driver.executeScript("return arguments[0].matches(arguments[1])", focused, css))) {
                return focused;
            }
        }
        throw new AssertionError("Tab does not lead to " + css);
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** How much wider the page is than the window; 0 when nobody has to scroll sideways. */
    long overflow() {
        return (Long) script("return document.documentElement.scrollWidth - window.innerWidth");
    }
}
