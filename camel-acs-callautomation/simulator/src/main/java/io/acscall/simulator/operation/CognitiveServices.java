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
package io.acscall.simulator.operation;

import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.rest.RequestBody;

/** Whether a request names the Cognitive Services that speak and listen. */
final class CognitiveServices {

    private CognitiveServices() {
    }

    static boolean named(RequestBody body) {
        RequestBody options = body.optionalObject("callIntelligenceOptions");
        return options != null && options.optionalUri("cognitiveServicesEndpoint") != null;
    }

    /**
     * 400/8567: they are needed and not there.
     *
     * @param consequence what cannot be done
     */
    static ServiceFault notLinked(String consequence) {
        return ServiceFault.of(400, "8567", "Cognitive Services are not linked: the call was created or answered without "
                                            + "callIntelligenceOptions.cognitiveServicesEndpoint, so " + consequence + ".");
    }
}
