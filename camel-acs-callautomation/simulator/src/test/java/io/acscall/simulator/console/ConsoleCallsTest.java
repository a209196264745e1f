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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.browser.Browser;
import io.acscall.simulator.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.acscall.simulator.console.ConsolePage.soon;
import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.BOB;
import static io.acscall.simulator.testing.CallScene.OURS;
import static org.assertj.core.api.Assertions.assertThat;

/** Calls in the console, in a real browser, with an application behind them. */
class ConsoleCallsTest {

    private static Browser browser;

    private final MenuApp app = new MenuApp();
    private AcsSimulator simulator;
    private ConsolePage page;

    @TempDir
    private Path saved;

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
        simulator = start(0);
        app.with(simulator);
        browser.size(1440, 900);
        browser.prefers("light", "reduce");
        browser.complaints();
        page = new ConsolePage(browser, simulator);
    }

    @AfterEach
    void close() {
        simulator.close();
        app.close();
    }

    private static AcsSimulator start(int port) {
        return AcsSimulator.builder().port(port).maxSilence(Duration.ofSeconds(300)).start();
    }

    @Test
    void welcomesWhoeverHasNoCallYet() {
        assertThat(page.text(".welcome")).contains("Place a call").contains("Event Grid delivers to");
        soon().untilAsserted(() -> assertThat(page.text(".snippet")).contains(simulator.connectionString())
                .contains(simulator.openIdConfigurationUri()));
        assertThat(browser.picture("console-welcome")).isNotEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theDiagramGrowsAndShowsTheAnswerToAKey() {
        page.placeCall(ANN, OURS, "Ann");
        page.awaitArrow("calls " + OURS, "IncomingCall", "answerCall", "CallConnected", "recognize", "PlayStarted");
        int before = page.arrows().size();
        assertThat(page.text(".call-head h1")).contains("Ann").contains(ANN).contains(OURS);

        page.click("[data-key='phone']");
        page.click("[data-key='key-1']");
        page.awaitArrow("pressed 1", "RecognizeCompleted", "play", "PlayCompleted");
        assertThat(page.arrows()).hasSizeGreaterThan(before + 3);
        soon().untilAsserted(() -> assertThat(page.texts(".row[data-kind='callback'] .label-more")).isNotEmpty()
                .hasSameSizeAs(page.all(".row[data-kind='callback']")).containsOnly("200"));
        page.openArrow("RecognizeCompleted");
        assertThat(browser.picture("console-call")).isNotEmpty();

        page.click("[data-key='key-9']");
        soon().untilAsserted(() -> assertThat(page.text(".call-head .chip")).isEqualTo("Ended"));
        assertThat(page.text(".call-row .chip")).isEqualTo("Ended");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void eachArrowOpensItsHeadersAndJsonWithoutSecrets() {
        page.placeCall(ANN, OURS, "");
        page.openArrow("CallConnected");
        String callback = page.text("#inspector");
        assertThat(callback).contains("Service → Application").contains("authorization").contains("Bearer ***")
                .contains("secret=***").contains("\"Microsoft.Communication.CallConnected\"").doesNotContain("eyJ");

        page.openArrow("answerCall");
        assertThat(page.text("#inspector")).contains("HMAC-SHA256 ***").contains("\"operationContext\"");
        page.click("#inspector .link");
        assertThat(page.text("#inspector h2")).isEqualTo("answerCall");
        assertThat(page.text("#inspector .badge")).isEqualTo("Answer");
    }

    @Test
    void peopleAnswerDeclineSpeakHoldAndHangUp() {
        simulator.person(BOB).answersAfter(Duration.ofHours(1));
        simulator.person(ANN).answersAfter(Duration.ofHours(1));
        app.call(OURS, BOB);
        page.click(".call-row");
        page.click("[data-key='answer']");
        page.awaitArrow("answered", "CallConnected");
        page.click("[data-key='hold']");
        page.awaitArrow("holds the call");
        soon().untilAsserted(() -> assertThat(page.text("[data-key='hold']")).isEqualTo("Resume"));
        assertThat(page.text(".card-state[title], .card:not([data-app]) .card-state")).isNotEmpty();
        page.click("[data-key='phone']");
        page.write("[data-key='say']", "Good morning\n");
        page.awaitArrow("said \"Good morning\"");
        page.click("[data-key='hangUp']");
        page.awaitArrow("hung up", "CallDisconnected");

        app.call(OURS, ANN);
        soon().untilAsserted(() -> assertThat(page.all(".call-row")).hasSize(2));
        page.click(".call-row");
        page.click("[data-key='decline']");
        page.awaitArrow("CreateCallFailed");
    }

    @Test
    void scriptsPeople() {
        page.tool("People");
        page.write("dialog form input[required]", ANN);
        page.choose("dialog select", "busy");
        page.click("dialog button.primary");
        soon().untilAsserted(() -> assertThat(page.text("dialog .rules")).contains(ANN + " is busy"));
        app.call(OURS, ANN);
        soon().untilAsserted(() -> assertThat(simulator.timeline().callbacks("CreateCallFailed")).isNotEmpty());

        page.click("dialog .rules button[aria-label^='Forget']");
        soon().untilAsserted(() -> assertThat(page.all("dialog .rules li")).isEmpty());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void switchesFaultsAndMarksWhatTheyDo() {
        page.tool("Faults");
        page.click("[data-preset='chaos']");
        soon().untilAsserted(() -> assertThat(page.text("dialog .rules")).contains("Every callback").contains("lost 2 %"));
        assertThat(browser.picture("console-faults")).isNotEmpty();
        page.click("dialog .preset:first-child");
        soon().untilAsserted(() -> assertThat(page.text("dialog .rules")).contains("Nothing goes wrong"));
        page.choose("dialog form label:nth-of-type(2) select", "CallConnected");
        page.click("dialog form button[type='submit']");
        soon().untilAsserted(() -> assertThat(page.text("dialog .rules")).contains("CallConnected: twice always"));
        assertThat(page.text(".tool-badge")).isEqualTo("1");
        page.click("dialog .dialog-head button");

        page.placeCall(ANN, OURS, "");
        soon().untilAsserted(
                () -> assertThat(page.arrows().stream().filter("CallConnected"::equals)).as("it comes twice").hasSize(2));
        assertThat(page.texts(".label-fault")).contains("⚠ twice");
    }

    @Test
    void exportsACallAndReplaysIt() throws IOException {
        browser.savesTo(saved);
        page.placeCall(ANN, OURS, "");
        page.awaitArrow("PlayStarted");
        page.click("[data-key='phone']");
        page.click("[data-key='key-1']");
        page.awaitArrow("PlayCompleted");
        page.click("[data-key='key-9']");
        soon().untilAsserted(() -> assertThat(page.text(".call-head .chip")).isEqualTo("Ended"));
        page.click("[data-key='export']");
        page.click("dialog .check input");
        page.click("dialog button.primary");
        Path file = soon().until(() -> {
            try (Stream<Path> files = Files.list(saved)) {
                return files.filter(one -> one.toString().endsWith(".json")).findFirst().orElse(null);
            }
        }, found -> found != null && found.toFile().length() > 0);

        JsonNode recording = Json.read(Files.readAllBytes(file));
        assertThat(recording.isObject()).isTrue();
        assertThat(recording.toString()).contains("answerCall").doesNotContain(ANN);

        page.tool("Replay");
        page.one("dialog input[type='file']").sendKeys(file.toString());
        page.click("dialog button.primary");
        soon().untilAsserted(() -> assertThat(page.text("dialog .verdict")).isEqualTo("The application did the same."));

        app.dumb();
        page.click("dialog button.primary");
        soon().untilAsserted(() -> assertThat(page.text("dialog [role='status']")).contains("did something else")
                .contains("play"));
    }

    @Test
    void filtersCallsAndEvents() {
        simulator.placeCall("+16045550111", OURS);
        simulator.placeCall("+16045550122", OURS);
        page.click(".call-row");
        soon().untilAsserted(() -> assertThat(page.all(".call-row")).hasSize(2));
        page.write("#calls-filter input", "0111");
        soon().untilAsserted(() -> assertThat(page.texts(".call-row-name")).containsExactly("+16045550111"));
        page.click(".call-row");
        page.awaitArrow("IncomingCall");
        page.click(".call .kind[data-kind='eventGrid']");
        soon().untilAsserted(() -> assertThat(page.arrows()).isNotEmpty().doesNotContain("IncomingCall"));
        page.write(".call .filter-bar input", "no such event");
        soon().untilAsserted(() -> assertThat(page.text(".diagram-empty")).isEqualTo("Nothing matches."));
    }

    @Test
    void whatCallersAreNamedStaysText() {
        String name = "<script>window.hit = 1</script><img src=x onerror='window.hit = 1'>";
        String rawId = "8:acs:\"><svg onload=window.hit=1>/%2F?#&";
        page.placeCall(rawId, OURS, name);
        soon().untilAsserted(() -> assertThat(page.text(".call-head h1")).contains(name));
        soon().untilAsserted(() -> assertThat(page.text(".call-row-name")).isEqualTo(name));
        page.openArrow("IncomingCall");
        assertThat(page.text("#inspector")).contains("onerror");
        page.click("[data-key='hangUp']");
        page.awaitArrow("hung up");

        assertThat(page.script("return window.hit")).isNull();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void beginsAfreshAfterARestartOfTheSimulator() {
        page.placeCall(ANN, OURS, "");
        page.awaitArrow("CallConnected");
        int port = simulator.port();
        simulator.close();
        page.awaitStatus("Reconnecting");
        simulator = start(port);
        app.with(simulator);
        page.awaitStatus("Live");
        soon().untilAsserted(() -> assertThat(page.text(".side-empty")).isEqualTo("No calls yet."));

        page.placeCall("+16045550111", OURS, "");
        page.awaitArrow("CallConnected");
        assertThat(page.texts(".call-row-name")).containsExactly("+16045550111");
    }

    @Test
    void resetsTheSimulator() {
        page.placeCall(ANN, OURS, "");
        page.awaitArrow("CallConnected");
        page.tool("Reset");
        page.click("dialog button.danger");
        soon().untilAsserted(() -> assertThat(page.text(".side-empty")).isEqualTo("No calls yet."));
        assertThat(simulator.calls()).isEmpty();
        soon().untilAsserted(() -> assertThat(page.text("#toasts")).contains("was reset"));
    }

    @Test
    void thousandsOfEventsStayUsable() {
        simulator.unsubscribeEventGrid();
        for (int i = 0; i < 1_000; i++) {
            simulator.placeCall("+1604555" + (1_000 + i), OURS);
        }
        page.placeCall("+16045559999", OURS, "");
        page.awaitArrow("calls " + OURS);
        page.click(".everything");
        // the newest entry is the note that no application hears of the call
        soon().untilAsserted(() -> assertThat(page.texts(".activity-row:nth-child(-n+2)"))
                .anySatisfy(row -> assertThat(row).contains("+16045559999")));

        assertThat(page.all(".activity-row")).hasSizeBetween(1, 300);
        assertThat(page.all(".call-row")).hasSize(200);
    }

    @Test
    void asksNoOtherHost() {
        page.placeCall(ANN, OURS, "");
        page.awaitArrow("CallConnected");
        @SuppressWarnings("unchecked") // what the script returns
        List<String> asked
                = (List<String>) page
                        .script("return performance.getEntriesByType('resource').map(one => new URL(one.name).origin)");

        assertThat(Set.copyOf(asked)).containsExactly(simulator.endpoint());
        assertThat(browser.complaints()).isEmpty();
    }
}
