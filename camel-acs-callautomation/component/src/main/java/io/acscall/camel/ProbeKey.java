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

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.acscall.camel.client.ConnectionString;
import io.acscall.camel.webhook.ProbeSeal;

/**
 * What probes are signed with: all secrets of the component in one, so that the doctor and the application have the
 * same key when they have the same properties, without a setting of its own.
 */
final class ProbeKey {

    private ProbeKey() {
    }

    /** Empty where there is no secret at all: then nobody is probed, because anybody could sign. */
    static Optional<ProbeSeal> seal(AcsCallConfiguration configuration) {
        String secrets
                = Stream.of(accessKey(configuration), configuration.getCallbackSecret(), configuration.getEventGridSecret())
                        .filter(Objects::nonNull).filter(secret -> !secret.isBlank()).collect(Collectors.joining("\n"));
        return secrets.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProbeSeal(
                        Sha256.bytes("acs-call probe\n" + secrets + "\n" + configuration.getImmutableResourceId())));
    }

    private static String accessKey(AcsCallConfiguration configuration) {
        return configuration.getConnectionString() == null
                ? configuration.getAccessKey()
                : ConnectionString.parse(configuration.getConnectionString()).accessKey().base64();
    }
}
