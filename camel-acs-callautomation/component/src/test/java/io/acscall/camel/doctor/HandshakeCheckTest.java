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
package io.acscall.camel.doctor;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HandshakeCheckTest {

    private static List<Finding> look(Answering server, String secret) throws Exception {
        PublicPath path = new PublicPath("event grid", server.address("/event-grid"), "", "eventGridPath");
        return new HandshakeCheck(path, secret, Answering.knock(), () -> "a-code").examine();
    }

    @ParameterizedTest
    @CsvSource({
            "200, by something else, by something else", "204, something else answers, by something else",
            "401, refused with 401, refused with 401", "404, answers with 404, answers with 404" })
    void whateverElseAnswersIsAFault(int status, String validation, String permission) throws Exception {
        try (Answering server = Answering.with(status, "")) {
            List<Finding> found = look(server, "s&sesame");

            assertThat(found).hasSize(2).allSatisfy(one -> assertThat(one.verdict()).isEqualTo(Verdict.FAULT));
            assertThat(found.get(0).text()).contains(validation).doesNotContain("sesame");
            assertThat(found.get(1).text()).contains(permission).doesNotContain("sesame");
        }
    }

    @Test
    void aSecretIsWrittenAsAnAddressNeedsIt() throws Exception {
        List<String> queries = new CopyOnWriteArrayList<>();
        try (Answering server = Answering.with(exchange -> {
            queries.add(exchange.getRequestURI().getRawQuery());
            Answering.write(exchange, 200, "");
        })) {
            look(server, "a+b&c d%");
        }
        assertThat(queries).containsOnly("secret=a%2Bb%26c%20d%25");
    }
}
