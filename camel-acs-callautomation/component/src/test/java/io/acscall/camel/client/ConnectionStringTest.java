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
package io.acscall.camel.client;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ConnectionStringTest {

    private static final String KEY = "kA+/bC+dEf==";

    @ParameterizedTest
    @ValueSource(strings = {
            "endpoint=https://contoso.communication.azure.com/;accesskey=" + KEY,
            "endpoint=https://contoso.communication.azure.com;accesskey=" + KEY + ";",
            "AccessKey=" + KEY + ";EndPoint=https://Contoso.communication.azure.com:443/",
            " accesskey = " + KEY + " ; endpoint = https://contoso.communication.azure.com/ ;; ",
            "endpoint=https://contoso.communication.azure.com/;accesskey=kA /bC dEf==",
            "endpoint=https://contoso.communication.azure.com/;accesskey=" + KEY + ";region=somewhere" })
    void takesItHoweverItIsWritten(String text) {
        ConnectionString parsed = ConnectionString.parse(text);

        assertThat(parsed.endpoint()).isEqualTo(URI.create("https://contoso.communication.azure.com"));
        assertThat(parsed.accessKey().base64()).isEqualTo(KEY);
    }

    @Test
    void keepsAPort() {
        assertThat(ConnectionString.parse("endpoint=http://localhost:8089/;accesskey=" + KEY).endpoint())
                .isEqualTo(URI.create("http://localhost:8089"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {
            "", "  ", "https://contoso.communication.azure.com", "endpoint=https://contoso.communication.azure.com",
            "accesskey=" + KEY, "endpoint=;accesskey=" + KEY, "endpoint=https://contoso.communication.azure.com;accesskey= ",
            "endpoint=contoso.communication.azure.com;accesskey=" + KEY, "endpoint=ftp://contoso;accesskey=" + KEY,
            "endpoint=https://contoso.communication.azure.com/calling;accesskey=" + KEY,
            "endpoint=https://user:" + KEY + "@contoso;accesskey=" + KEY,
            "endpoint=https://contoso.communication.azure.com;accesskey=*" + KEY,
            "endpoint=https://contoso.communication.azure.com;accesskey=" + KEY + ";accesskey=" + KEY,
            KEY + ";endpoint=https://contoso.communication.azure.com" })
    void refusesAnythingElseWithAnExampleAndWithoutTheKey(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ConnectionString.parse(text))
                .withMessageContaining("connectionString")
                .withMessageContaining("endpoint=https://contoso.communication.azure.com/;accesskey=<base64>")
                .matches(e -> !e.getMessage().contains(KEY));
    }

    @Test
    void aKeyAloneIsRepairedAndCheckedTheSameWay() {
        assertThat(new Credential.AccessKey("kA /bC dEf==").base64()).isEqualTo(KEY);
        assertThat(new Credential.AccessKey("kA+/bC+dEf==\n").base64()).isEqualTo(KEY);
        assertThatIllegalArgumentException().isThrownBy(() -> new Credential.AccessKey("*" + KEY))
                .withMessageContaining("accessKey")
                .matches(e -> !e.getMessage().contains(KEY));
    }
}
