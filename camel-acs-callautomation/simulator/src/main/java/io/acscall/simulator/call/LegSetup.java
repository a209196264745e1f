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
package io.acscall.simulator.call;

import java.net.URI;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.stream.StreamOptions;

/**
 * What an application said when it made or answered a call.
 *
 * @param app                  who the application is in the call
 * @param callbackUri          where its events go
 * @param operationContext     its own mark, null for none
 * @param cognitiveServices    whether it named a Cognitive Services endpoint, without which no text can be spoken
 * @param apiVersion           the api-version of that request, which decides what events exist
 * @param source               who calls, as responses show it
 * @param targets              who is called, as responses show it
 * @param sourceCallerIdNumber shown as it was sent, or null
 * @param sourceDisplayName    shown as it was sent, or null
 * @param answeredBy           shown as it was sent, or null
 * @param streams              the streams it asked for; never null
 */
public record LegSetup(Identifier app, URI callbackUri, String operationContext, boolean cognitiveServices, String apiVersion,
        Identifier source, List<Identifier> targets, JsonNode sourceCallerIdNumber, String sourceDisplayName,
        JsonNode answeredBy, StreamOptions streams) {

    public LegSetup {
        targets = List.copyOf(targets);
    }

    /** The number that is shown to telephones, or null. */
    Identifier callerId() {
        String number = Json.textOrNull(sourceCallerIdNumber, "value");
        return number == null ? null : Identifier.of(number.startsWith("+") ? number : "4:" + number);
    }
}
