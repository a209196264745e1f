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
package io.acscall.examples.missedcall;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.PropertyInject;
import org.flywaydb.core.Flyway;

/** What the routes look up by name. */
public class MissedCallBeans implements CamelConfiguration {

    /** The tables of calls and tickets, made before the first route starts. */
    @BindToRegistry(value = "dataSource", destroyMethod = "close")
    public HikariDataSource dataSource(@PropertyInject("missed-call.database-url") String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(5);
        HikariDataSource dataSource = new HikariDataSource(config);
        Flyway.configure().dataSource(dataSource).load().migrate();
        return dataSource;
    }

    /** Within which time calls of one person make one ticket. */
    @BindToRegistry("window")
    public Window window(@PropertyInject("missed-call.window") String length) {
        return new Window(Duration.parse(length));
    }

    /** The opening hours, by the clock that the application was started with. */
    @BindToRegistry("openingHours")
    public OpeningHours openingHours(
            Clock clock, @PropertyInject("missed-call.time-zone") String zone,
            @PropertyInject("missed-call.open.days") String days,
            @PropertyInject("missed-call.open.from") String from, @PropertyInject("missed-call.open.to") String to) {
        return new OpeningHours(clock.withZone(ZoneId.of(zone)), days(days), LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Set<DayOfWeek> days(String names) {
        return Arrays.stream(names.split(",")).map(name -> DayOfWeek.valueOf(name.trim().toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }
}
