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
package io.acscall.camel.route;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.acscall.camel.route.SeveralNodes.Node;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;

import static io.acscall.camel.route.Marks.isAwaited;
import static io.acscall.camel.route.Marks.isOrphan;
import static io.acscall.camel.route.Marks.isQuiet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Callbacks that the service posts to another node than the one that waits, with no queue in between. */
class WebhooksOfNodesTest extends NodesTest {

    private static final String CREATE
            = "acs-call:createCall?awaitEvent=true&hangUpOn=none&cognitiveServicesEndpoint=https://cog.example.com/";

    private static String callOf(Node node) throws Exception {
        Exchange up = done(node.begins(CREATE, Map.of("CamelAcsCallTarget", "+16045550100")));
        Conversation.event(up, "CallConnected");
        return up.getMessage().getHeader("CamelAcsCallConnectionId", String.class);
    }

    private static Message consumed(Node node, String type) {
        return await().atMost(SOON).until(
                () -> node.consumed().stream().filter(one -> type.equals(one.getHeader("CamelAcsCallEventType"))).findFirst(),
                java.util.Optional::isPresent).orElseThrow();
    }

    @Test
    void anExchangeGoesOnByWhatAnotherNodeWasPosted() throws Exception {
        Node front = nodes.node(Duration.ofSeconds(20));
        Node owner = nodes.nodeBehind(front, Duration.ofSeconds(20));

        String call = callOf(owner);
        Conversation.event(done(owner.begins(PLAY + call, Map.of())), "PlayCompleted");

        isAwaited(consumed(front, "CallConnected"));
        isAwaited(consumed(front, "PlayCompleted"));
        assertThat(owner.consumed()).isEmpty();
    }

    @Test
    void whatIsPostedForANodeThatIsSilentIsAnOrphan() throws Exception {
        Node front = nodes.node(Duration.ofSeconds(1));
        Node owner = nodes.nodeBehind(front, Duration.ofSeconds(20));
        String call = callOf(owner);
        owner.line().deaf(true);

        CompletableFuture<Exchange> playing = owner.begins(PLAY + call + "&awaitTimeout=6s", Map.of());

        isOrphan(consumed(front, "PlayCompleted"));
        // its own time-out comes too late
        isQuiet(done(playing));
    }
}
