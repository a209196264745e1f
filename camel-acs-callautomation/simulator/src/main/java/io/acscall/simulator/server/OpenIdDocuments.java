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
package io.acscall.simulator.server;

import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.fault.KeyServer;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.Timeline;
import io.acscall.simulator.timeline.TimelineDraft;
import io.acscall.simulator.token.CallbackTokens;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * What receivers of callbacks need to check tokens: the OpenID configuration and the public keys, at the service's own
 * paths.
 */
public final class OpenIdDocuments {

    /** Path of the OpenID configuration. */
    public static final String CONFIGURATION = "/calling/.well-known/acsopenidconfiguration";
    /** Path of the public keys. */
    public static final String KEYS = "/calling/keys";

    private static final int DOWN = 503;
    private static final String TYPE = "application/json; charset=utf-8";

    private final CallbackTokens tokens;
    private final Supplier<String> endpoint;
    private final Supplier<String> issuer;
    private final Supplier<KeyServer> keyServer;
    private final Timeline timeline;

    /**
     * @param endpoint  the simulator's own address
     * @param issuer    the issuer of tokens
     * @param keyServer whether these documents are to be had
     * @param timeline  is told when they are not
     */
    public OpenIdDocuments(CallbackTokens tokens, Supplier<String> endpoint, Supplier<String> issuer,
                           Supplier<KeyServer> keyServer, Timeline timeline) {
        this.tokens = tokens;
        this.endpoint = endpoint;
        this.issuer = issuer;
        this.keyServer = keyServer;
        this.timeline = timeline;
    }

    void mount(Router router) {
        router.get(CONFIGURATION).handler(this::outage);
        router.get(KEYS).handler(this::outage);
        router.get(CONFIGURATION)
                .handler(context -> context.response().putHeader("Content-Type", TYPE).end(Buffer.buffer(configuration())));
        router.get(KEYS).handler(this::keys);
    }

    /** The key server is down if it was told to be. */
    private void outage(RoutingContext context) {
        KeyServer state = keyServer.get();
        if (state == KeyServer.UP) {
            context.next();
            return;
        }
        timeline.add(TimelineDraft.of(EntryKind.NOTE, "keys").http("GET", context.request().path())
                .fault("keys " + state.wireName()));
        if (state == KeyServer.DOWN) {
            context.response().setStatusCode(DOWN).end();
        } else {
            context.request().connection().close();
        }
    }

    /** Right after the start the key may still be in the making. */
    private void keys(RoutingContext context) {
        Context connection = context.vertx().getOrCreateContext();
        tokens.ready().thenRun(() -> connection.runOnContext(
                ignored -> context.response().putHeader("Content-Type", TYPE).end(tokens.publicKeySet())));
    }

    private byte[] configuration() {
        ObjectNode json = Json.object().put("issuer", issuer.get()).put("jwks_uri", endpoint.get() + KEYS);
        json.putArray("id_token_signing_alg_values_supported").add("RS256");
        return Json.bytes(json);
    }
}
