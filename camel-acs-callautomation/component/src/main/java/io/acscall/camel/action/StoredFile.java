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
package io.acscall.camel.action;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Which file of a recording is meant.
 */
final class StoredFile {

    private StoredFile() {
    }

    /**
     * The option {@code location}, else the one address that the event of the file has left in a header.
     *
     * @param  ofTheEvent            the option whose header the event has set
     * @throws InvalidInputException when there is none, or the recording has several parts
     */
    static URI location(Inputs inputs, Option<List<String>> ofTheEvent) {
        Optional<String> named = inputs.get(Options.LOCATION);
        return URI.create(named.orElseGet(() -> only(inputs, ofTheEvent)));
    }

    private static String only(Inputs inputs, Option<List<String>> ofTheEvent) {
        List<String> parts = inputs.get(ofTheEvent).orElse(List.of());
        if (parts.isEmpty()) {
            throw InvalidInputException.missing(inputs.action(), Options.LOCATION);
        }
        if (parts.size() > 1) {
            throw InvalidInputException.rule(inputs.action(), Options.LOCATION.name(),
                    "the recording has %d parts, and option 'location' (or header '%s') does not say which; for example "
                            .formatted(parts.size(), Options.LOCATION.header())
                                                                                       + "split(header(\"" + ofTheEvent.header()
                                                                                       + "\")) with setHeader(\""
                                                                                       + Options.LOCATION.header()
                                                                                       + "\", body())");
        }
        return parts.get(0);
    }
}
