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
package io.acscall.benchmarks.action;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpClientProvider;
import com.azure.core.util.HttpClientOptions;

/**
 * The clients that are compared.
 */
enum CallingClient {

    /** The component as it comes. */
    acsCall("acs-call", null) {
        @Override
        Caller caller(int port) throws Exception {
            return new RouteCaller(port, null);
        }
    },
    /** The service's own Java SDK. */
    sdk("SDK", null) {
        @Override
        Caller caller(int port) {
            return new SdkCaller(port);
        }
    },
    /** The component with another HTTP client of Azure's, its option {@code httpClient}. */
    netty("Netty", "com.azure.core.http.netty.NettyAsyncHttpClientProvider"),
    okhttp("OkHttp", "com.azure.core.http.okhttp.OkHttpAsyncClientProvider"),
    vertx("Vert.x", "com.azure.core.http.vertx.VertxHttpClientProvider");

    private static final int CONNECTIONS = 1024;

    private final String title;
    private final String provider;

    CallingClient(String title, String provider) {
        this.title = title;
        this.provider = provider;
    }

    /** Its name in tables. */
    String title() {
        return title;
    }

    /**
     * Whether its library is on the class path: those of other HTTP clients are only there for the benchmark of them.
     */
    boolean isThere() {
        return provider == null || getClass().getResource("/" + provider.replace('.', '/') + ".class") != null;
    }

    Caller caller(int port) throws Exception {
        Class<? extends HttpClientProvider> maker = Class.forName(provider).asSubclass(HttpClientProvider.class);
        HttpClientOptions options = new HttpClientOptions().setMaximumConnectionPoolSize(CONNECTIONS);
        return new RouteCaller(port, HttpClient.createDefault(options.setHttpClientProvider(maker)));
    }
}
