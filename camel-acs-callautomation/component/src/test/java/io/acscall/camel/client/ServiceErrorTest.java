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

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceErrorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '`',
               textBlock = """
                       {"error":{"code":"8522","message":"Call not found.","innererror":{"code":"x"}}} | 8522 | Call not found.
                       {"error":{"code":8522,"message":"Call not found."}} | 8522 | Call not found.
                       {"error":{"innererror":{"code":"7509","message":"HMAC failure"}}} | 7509 | HMAC failure
                       {"error":{"code":null,"message":"  "}} | - | -
                       {"error":{}} | - | -
                       {"error":null} | - | -
                       {"error":[1]} | - | -
                       {"code":"Denied","message":"No."} | Denied | No.
                       {"error":"invalid_token","error_description":"It has expired"} | invalid_token | It has expired
                       {} | - | -
                       [] | - | []
                       No HTTP resource was found | - | No HTTP resource was found
                       {"error":{"code":"1" | - | {"error":{"code":"1"
                       """)
    void readsWhatEverIsThere(String body, String code, String message) {
        assertThat(read(body)).isEqualTo(new ServiceError(code, message));
    }

    @Test
    void readsNothingFromAnEmptyBody() {
        assertThat(read("")).isEqualTo(ServiceError.NONE);
    }

    @Test
    void shortensALongPageToOneLine() {
        assertThat(read("<html>\r\n  <body>\n" + "sorry ".repeat(1000)).message()).startsWith("<html> <body> sorry")
                .hasSize(503)
                .endsWith("...");
    }

    @ParameterizedTest
    @CsvSource({
            "+16041234567 is busy, +1***67 is busy", "call 4:+16041234567 now, call 4:+1***67 now",
            "number 16041234567 is unknown, number 16***67 is unknown", "+1 (604) 123-4567, +1***67",
            "user 8:acs:11111111_22222222 left, user 8:ac***22 left",
            "at /participants/4%3A%2B16041234567, at /participants/4%***67",
            "call 401f0000-0000-4000-8000-000000000001 is gone, call 401f0000-0000-4000-8000-000000000001 is gone",
            "port 8080 and code 8522, port 8080 and code 8522" })
    void masksNumbersAndPeopleButNoCallIds(String text, String shown) {
        assertThat(MaskedText.line(text, 100)).isEqualTo(shown);
    }

    private static ServiceError read(String body) {
        return ServiceError.read(JsonMapper.builder().build().reader(), body.getBytes(StandardCharsets.UTF_8));
    }
}
