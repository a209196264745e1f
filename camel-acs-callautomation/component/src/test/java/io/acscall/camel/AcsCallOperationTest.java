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
package io.acscall.camel;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.acscall.camel.action.Option;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ExtendedPropertyConfigurerGetter;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The table of operations, and that Camel's tools know what the table says. */
class AcsCallOperationTest {

    /** Made when an endpoint is made of it, not by an option of its own. */
    private static final List<String> WITHOUT_OPTION = List.of("remoteParty");

    private static final DefaultCamelContext CONTEXT = new DefaultCamelContext();

    @AfterAll
    static void stop() {
        CONTEXT.stop();
    }

    @Test
    void aWordIsReadInAnyCase() {
        assertThat(AcsCallOperation.parse("hangup")).isEqualTo(AcsCallOperation.hangUp);
        assertThat(AcsCallOperation.parse("INCOMINGCALL")).isEqualTo(AcsCallOperation.incomingCall);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "hang-up", "teleport", "events " })
    void anUnknownWordIsRefusedWithAllKnownOnes(String word) {
        assertThatThrownBy(() -> AcsCallOperation.parse(word)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Unknown action '" + word + "'").hasMessageContaining("createCall, createGroupCall")
                .hasMessageContaining("Consumers: events, incomingCall");
    }

    @ParameterizedTest
    @EnumSource(AcsCallOperation.class)
    void anActionHasTheNameOfItsEntry(AcsCallOperation operation) {
        operation.action().ifPresent(action -> assertThat(action.name()).isEqualTo(operation.name()));
    }

    @ParameterizedTest
    @EnumSource(AcsCallOperation.class)
    void eachOptionOfAnActionIsAnOptionOfTheEndpoint(AcsCallOperation operation) throws Exception {
        PropertyConfigurerGetter endpoint
                = (PropertyConfigurerGetter) configurer(AcsCallEndpoint.class.getSimpleName() + "Configurer");
        RequestOptionTable table = RequestOptionTable.of(CONTEXT);

        operation.action().ifPresent(action -> assertThat(action.options()).extracting(Option::name)
                .filteredOn(name -> !WITHOUT_OPTION.contains(name)).allSatisfy(name -> {
                    assertThat(table.isRequestOption(name)).as(name).isTrue();
                    assertThat(endpoint.getOptionType(name, true)).as(name).isNotNull();
                }));
    }

    @Test
    void eachOptionOfARequestIsUsedByAnAction() throws Exception {
        Map<String, Object> all = ((ExtendedPropertyConfigurerGetter) configurer("AcsCallRequestOptionsConfigurer"))
                .getAllOptions(new AcsCallRequestOptions());
        List<String> used = Arrays.stream(AcsCallOperation.values()).flatMap(operation -> operation.action().stream())
                .flatMap(action -> action.options().stream()).map(Option::name).map(String::toLowerCase).toList();

        assertThat(all.keySet()).extracting(String::toLowerCase)
                .filteredOn(name -> !List.of("awaittimeout", "idempotencykey").contains(name)).isSubsetOf(used);
    }

    private static PropertyConfigurer configurer(String simpleName) throws Exception {
        return (PropertyConfigurer) Class.forName("io.acscall.camel." + simpleName)
                .getDeclaredConstructor().newInstance();
    }

    @Test
    void theConfigurersAreFoundByCamel() throws Exception {
        assertThat(PluginHelper.getConfigurerResolver(CONTEXT).resolvePropertyConfigurer(
                AcsCallRequestOptions.class.getName() + "-configurer", CONTEXT)).isNotNull();
        assertThat(PluginHelper.getConfigurerResolver(CONTEXT).resolvePropertyConfigurer("acs-call-component-configurer",
                CONTEXT)).isNotNull();
        assertThat(PluginHelper.getConfigurerResolver(CONTEXT).resolvePropertyConfigurer("acs-call-endpoint-configurer",
                CONTEXT)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "connectionString", "ConnectionString", "connection-string", "callbackBaseUri", "callback-base-uri",
            "eventGridSecret",
            "immutableResourceId", "allowedTargets" })
    void theComponentTakesItsOptionsByName(String option) throws Exception {
        AcsCallComponent component = new AcsCallComponent();
        String name = option.contains("-") ? dashed(option) : option;
        PropertyConfigurer configurer = configurer("AcsCallComponentConfigurer");

        assertThat(configurer.configure(CONTEXT, component, name, "a value", true)).isTrue();
        assertThat(((PropertyConfigurerGetter) configurer).getOptionValue(component, name, true)).isEqualTo("a value");
    }

    private static String dashed(String option) {
        return StringHelper.dashToCamelCase(option);
    }
}
