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
package io.acscall.camel.kafka;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/** A step of a route that keeps exchanges until a test lets them go. It holds no thread. */
final class Holding extends AsyncProcessorSupport {

    private record Held(Exchange exchange, AsyncCallback callback) {
    }

    private final List<String> came = new CopyOnWriteArrayList<>();
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        String body = exchange.getMessage().getBody(String.class);
        held.put(body, new Held(exchange, callback));
        came.add(body);
        return false;
    }

    /** What has come so far, in its order. */
    List<String> came() {
        return came;
    }

    void letGo(String body) {
        held.remove(body).callback().done(false);
    }

    void letAllGo() {
        held.keySet().forEach(this::letGo);
    }

    void fail(String body) {
        Held one = held.remove(body);
        one.exchange().setException(new IllegalStateException("on purpose"));
        one.callback().done(false);
    }
}
