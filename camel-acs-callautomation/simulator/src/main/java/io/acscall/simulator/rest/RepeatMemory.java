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
package io.acscall.simulator.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.acscall.simulator.http.ServiceAnswer;

/**
 * Remembers the answers of repeatable requests: the same id gets the first answer again and nothing happens twice.
 * Whoever repeats while the first is under way waits for it. An answer that tells of trouble on the service's side
 * (429, 5xx) is not kept: then nothing happened, and a repetition is the right thing to do. Bounded: the oldest is
 * forgotten first.
 */
final class RepeatMemory {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final int capacity;
    private final Map<Key, CompletableFuture<ServiceAnswer>> answers = new LinkedHashMap<>();

    private record Key(String operation, String requestId) {
    }

    RepeatMemory(int capacity) {
        this.capacity = capacity;
    }

    /**
     * @param  first does the work when the id is new
     * @return       the answer of the first request with that id; complete or not
     */
    CompletableFuture<ServiceAnswer> answer(String operation, String requestId, Supplier<ServiceAnswer> first) {
        Key key = new Key(operation, requestId);
        CompletableFuture<ServiceAnswer> mine = new CompletableFuture<>();
        synchronized (this) {
            CompletableFuture<ServiceAnswer> earlier = answers.get(key);
            if (earlier != null) {
                return earlier;
            }
            answers.put(key, mine);
            if (answers.size() > capacity) {
                answers.remove(answers.keySet().iterator().next());
            }
        }
        complete(key, mine, first);
        return mine;
    }

    private void complete(Key key, CompletableFuture<ServiceAnswer> mine, Supplier<ServiceAnswer> first) {
        try {
            ServiceAnswer answer = first.get();
            if (answer.status() == TOO_MANY_REQUESTS || answer.status() >= SERVER_ERROR) {
                forget(key, mine);
            }
            mine.complete(answer);
        } catch (RuntimeException | Error e) {
            forget(key, mine);
            mine.completeExceptionally(e);
        }
    }

    private synchronized void forget(Key key, CompletableFuture<ServiceAnswer> answer) {
        answers.remove(key, answer);
    }

    synchronized int size() {
        return answers.size();
    }

    synchronized void clear() {
        answers.clear();
    }
}
