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
package io.acscall.examples.lobby.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Somebody with a page, who reads the same events as a browser, and clicks. */
public final class Agent implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DATA = "data: [";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final String credentials;
    private final Stream<String> events;
    private final CompletableFuture<Void> reading;
    private final Object lock = new Object();
    /** Null until the page has got its first list. */
    private List<Guest> guests;

    /**
     * Opens the page.
     *
     * @param address of the application
     */
    public Agent(String address, String name, String password) throws IOException, InterruptedException {
        this.address = address;
        this.credentials = "Basic " + Base64.getEncoder()
                .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpResponse<Stream<String>> response
                = client.send(request("/lobby/events").build(), HttpResponse.BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new IOException("The page answers " + response.statusCode());
        }
        this.events = response.body();
        this.reading = CompletableFuture.runAsync(
                () -> events.filter(line -> line.startsWith(DATA)).forEach(this::take), task -> {
                    Thread thread = new Thread(task, name + " reads");
                    thread.setDaemon(true);
                    thread.start();
                });
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", credentials);
    }

    private void take(String line) {
        try {
            List<Guest> now = JSON.readValue(line.substring(DATA.length() - 1), new TypeReference<List<Guest>>() {
            });
            synchronized (lock) {
                guests = now;
                lock.notifyAll();
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The page got " + line, e);
        }
    }

    /** The caller on the page, once it is as wanted. */
    public Guest awaitGuest(String phone, Predicate<Guest> wanted) throws InterruptedException {
        return await(phone, guest -> guest.isPresent() && wanted.test(guest.get())).orElseThrow();
    }

    /** Returns when the caller is not there any more. */
    public void awaitGone(String phone) throws InterruptedException {
        await(phone, Optional::isEmpty);
    }

    /** Returns when the page is empty. */
    public void awaitNobody() throws InterruptedException {
        await("nobody", ignored -> guests.isEmpty());
    }

    private Optional<Guest> await(String phone, Predicate<Optional<Guest>> wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (lock) {
            while (guests == null || !wanted.test(guest(phone))) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0 || reading.isDone()) {
                    throw new IllegalStateException("Not as it should be on the page: " + guests);
                }
                lock.wait(left);
            }
            return guest(phone);
        }
    }

    private Optional<Guest> guest(String phone) {
        return guests.stream().filter(guest -> guest.phone().equals(phone)).findFirst();
    }

    /**
     * Clicks a button of a guest.
     *
     * @param  button admit, turn-away or done
     * @return        the status of the answer
     */
    public int click(String button, Guest guest) throws IOException, InterruptedException {
        HttpRequest request = request("/lobby/" + button).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"guest\": " + guest.id() + "}")).build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        events.close();
    }
}
