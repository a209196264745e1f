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
package io.acscall.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.http.ServiceFault;

/** What an operation does. It must not block: it runs on a network thread. */
@FunctionalInterface
public interface OperationHandler {

    /**
     * @return              the body of the answer, or null when it has none
     * @throws ServiceFault when the service refuses
     */
    JsonNode handle(OperationRequest request);
}
