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
package io.acscall.simulator.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;

import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/**
 * A headless Chromium that asks nobody but the page it is sent to. Of all processes that run tests one at a time has
 * it. The pages of examples are tested in it, too.
 */
public final class Browser implements AutoCloseable {

    /** With this system property, pictures for the manual are written; else they are only taken. */
    private static final String PICTURES = "acs-call.pictures";
    private static final Path TURN = Path.of("target", "browser.lock");
    private static final List<String> CLOSED_NETWORK
            = List.of("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
                    "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--disable-dev-shm-usage", "--force-color-profile=srgb", "--hide-scrollbars");

    private final ChromeDriver driver;
    private final Path profile;
    private final FileChannel turn;

    private Browser(ChromeDriver driver, Path profile, FileChannel turn) {
        this.driver = driver;
        this.profile = profile;
        this.turn = turn;
    }

    /** Starts it. Where it is not installed the test is skipped, but in CI it fails. */
    public static Browser start() {
        Optional<File> chromium = find("chromium");
        Optional<File> chromedriver = find("chromedriver");
        if (chromium.isEmpty() || chromedriver.isEmpty()) {
            String hint = "Pages are tested in Chromium: install Debian's packages chromium and chromium-driver";
            if ("true".equals(System.getenv("CI"))) {
                fail(hint);
            }
            abort(hint);
        }
        try {
            Path profile = Files.createTempDirectory("acs-call-browser");
            ChromeOptions options = new ChromeOptions();
            options.setBinary(chromium.orElseThrow());
            options.addArguments(CLOSED_NETWORK);
            options.addArguments("--user-data-dir=" + profile);
            LoggingPreferences logs = new LoggingPreferences();
            logs.enable(LogType.BROWSER, Level.ALL);
            options.setCapability("goog:loggingPrefs", logs);
            ChromeDriverService service
                    = new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.orElseThrow()).build();
            FileChannel turn = turn();
            return new Browser(new ChromeDriver(service, options), profile, turn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until no other process has a browser; the lock goes with the channel. */
    @SuppressWarnings("resource") // closed with the browser, or by the end of this process
    private static FileChannel turn() throws IOException {
        FileChannel channel = FileChannel.open(TURN, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return channel;
    }

    private static Optional<File> find(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(folder -> new File(folder, program))
                .filter(File::canExecute).findFirst();
    }

    /** What everything else is done with. */
    public ChromeDriver driver() {
        return driver;
    }

    /** Sends name and password as somebody does who has typed them into the browser's dialog. */
    public void logIn(String name, String password) {
        String credentials = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setExtraHTTPHeaders",
                Map.of("headers", Map.of("Authorization", "Basic " + credentials)));
    }

    /** The size of the window that the page sees, in CSS pixels. */
    public void size(int width, int height) {
        driver.manage().window().setSize(new Dimension(Math.max(500, width), height));
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** What the system is set to: light or dark colours, and motion or less of it. */
    public void prefers(String colours, String motion) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features",
                List.of(Map.of("name", "prefers-color-scheme", "value", colours),
                        Map.of("name", "prefers-reduced-motion", "value", motion))));
    }

    /** Files that are saved go there. */
    public void savesTo(Path folder) {
        driver.executeCdpCommand("Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
    }

    /** Warnings and errors of the page since the last time they were asked for. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue()).map(LogEntry::getMessage).toList();
    }

    /** Takes a picture of the page, and keeps it as {@code docs/images/NAME.png} if pictures are wanted. */
    public byte[] picture(String name) {
        byte[] png = driver.getScreenshotAs(OutputType.BYTES);
        if (Boolean.getBoolean(PICTURES)) {
            try {
                Path folder = Files.createDirectories(Path.of("..", "..", "docs", "images"));
                Files.write(folder.resolve(name + ".png"), png);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return png;
    }

    @Override
    public void close() {
        driver.quit();
        try (turn; var files = Files.walk(profile)) {
            files.sorted((one, other) -> other.compareTo(one)).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
