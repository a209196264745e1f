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

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * The call that is meant by one of several ids. What the URI names counts alone; else the first of the headers, for
 * several of them flow through a route at once.
 */
final class WhichCall {

    private static final Map<Option<String>, String> LOCATORS = Map.of(
            Options.ROOM_ID, "roomCallLocator", Options.GROUP_CALL_ID, "groupCallLocator", Options.SERVER_CALL_ID,
            "serverCallLocator");

    private final List<Option<String>> options;

    /**
     * @param options the ids in the order in which headers count
     */
    WhichCall(List<Option<String>> options) {
        this.options = List.copyOf(options);
    }

    /**
     * The one that the URI names.
     *
     * @throws InvalidInputException when it names several
     */
    Optional<Option<String>> written(Inputs inputs) {
        List<Option<String>> written = options.stream().filter(inputs::isWritten).toList();
        if (written.size() > 1) {
            throw InvalidInputException.rule(inputs.action(), written.get(1).name(),
                    "exactly one of the options %s says which call is meant, but %d are set; for example roomId=99401000000000001"
                            .formatted(names(), written.size()));
        }
        return written.stream().findFirst();
    }

    private String names() {
        // as one reads them: the most usual one first
        StringBuilder names = new StringBuilder();
        for (int i = options.size() - 1; i >= 0; i--) {
            names.append('\'').append(options.get(i).name()).append('\'').append(i > 1 ? ", " : i == 1 ? " and " : "");
        }
        return names.toString();
    }

    /** The id that counts. */
    Optional<Option<String>> chosen(Inputs inputs) {
        return written(inputs).or(() -> options.stream().filter(each -> inputs.raw(each) != null).findFirst());
    }

    /** Puts it into a request. */
    RequestBody into(RequestBody body, Inputs inputs) {
        Option<String> option = chosen(inputs)
                .orElseThrow(() -> InvalidInputException.missing(inputs.action(), Options.SERVER_CALL_ID));
        String kind = LOCATORS.get(option);
        if (kind == null) {
            return body.required(option.name(), option);
        }
        return body.set("callLocator",
                JsonNodeFactory.instance.objectNode().put("kind", kind).put(option.name(), inputs.require(option)));
    }
}
