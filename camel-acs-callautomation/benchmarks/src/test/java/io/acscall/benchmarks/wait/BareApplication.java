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
package io.acscall.benchmarks.wait;

import java.util.function.Supplier;

import com.azure.core.http.HttpClient;
import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.AcsCallConfiguration;
import io.acscall.camel.CallbackAuth;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * A component in a context without routes, with threads and a timer as in an application.
 */
final class BareApplication implements AutoCloseable {

    private static final String CONNECTION = "endpoint=http://127.0.0.1:9/;accesskey=a2V5IG9mIHRoZSBiZW5jaG1hcmtz";

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final AcsCallComponent component = new AcsCallComponent(context);

    /**
     * @param maxWaits how many may be open
     * @param client   answers the requests; {@code null} where none is sent
     */
    BareApplication(int maxWaits, Supplier<HttpClient> client) throws Exception {
        VertxPlatformHttpServerConfiguration http = new VertxPlatformHttpServerConfiguration();
        http.setBindHost("127.0.0.1");
        http.setBindPort(0);
        context.addService(new VertxPlatformHttpServer(http), true, true);
        AcsCallConfiguration configuration = new AcsCallConfiguration();
        configuration.setConnectionString(CONNECTION);
        configuration.setCallbackBaseUri("https://app.example.com");
        configuration.setCallbackAuth(CallbackAuth.none);
        configuration.setMaxOpenWaits(maxWaits);
        configuration.setHttpClient(client == null ? null : client.get());
        component.setConfiguration(configuration);
        context.addComponent("acs-call", component);
        context.start();
    }

    CamelContext context() {
        return context;
    }

    AcsCallComponent component() {
        return component;
    }

    @Override
    public void close() {
        context.stop();
    }
}
