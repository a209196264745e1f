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
package io.acscall.benchmarks.stream;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import io.acscall.benchmarks.server.CamelServer;
import io.acscall.camel.AcsCallConstants;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** A server whose routes take audio, and send it back or not. */
final class StreamServer {

    /** Audio goes back into the call that it came from. */
    static final String ECHO = "echo";
    /** Audio is counted, and not more of it is read than the route takes. */
    static final String TAKE = "take";

    private StreamServer() {
    }

    /** What becomes of the audio. */
    public static void main(String[] args) throws Exception {
        CamelServer.run(
                address -> CamelServer.component(address, Map.of("callbackAuth", "none")),
                seen -> ECHO.equals(args[0]) ? echo(seen) : take(seen));
    }

    private static RouteBuilder echo(LongAdder seen) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("acs-call:mediaStream").filter(StreamServer::isAudio).process(exchange -> seen.increment())
                        .to("acs-call:sendAudio");
            }
        };
    }

    private static RouteBuilder take(LongAdder seen) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("acs-call:mediaStream?onOverflow=backPressure").filter(StreamServer::isAudio)
                        .process(exchange -> seen.increment());
            }
        };
    }

    private static boolean isAudio(Exchange exchange) {
        return "audio".equals(exchange.getMessage().getHeader(AcsCallConstants.STREAM_KIND));
    }
}
