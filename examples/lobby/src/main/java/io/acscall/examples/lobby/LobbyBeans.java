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
package io.acscall.examples.lobby;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.PropertyInject;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.flywaydb.core.Flyway;

/** What the routes look up by name. */
public class LobbyBeans implements CamelConfiguration {

    private final LobbyPage page = new LobbyPage();

    /** The page, whose paths are opened when the server is there. */
    @Override
    public void configure(CamelContext camelContext) throws Exception {
        camelContext.addStartupListener((context, alreadyStarted) -> {
            VertxPlatformHttpRouter router = context.getRegistry().findSingleByType(VertxPlatformHttpRouter.class);
            page.open(router, router.vertx());
        });
    }

    @BindToRegistry("lobbyPage")
    public LobbyPage lobbyPage() {
        return page;
    }

    /** The tables of agents and guests, made before the first route starts. */
    @BindToRegistry(value = "dataSource", destroyMethod = "close")
    public HikariDataSource dataSource(@PropertyInject("lobby.database-url") String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(5);
        HikariDataSource dataSource = new HikariDataSource(config);
        Flyway.configure().dataSource(dataSource).load().migrate();
        return dataSource;
    }
}
