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

import io.acscall.simulator.http.ServiceAnswer;
import io.acscall.simulator.http.ServiceFault;

/** What an operation does whose answer is more than a JSON object with one status. It must not block. */
@FunctionalInterface
public interface OperationAnswer {

    /**
     * @throws ServiceFault when the service refuses
     */
    ServiceAnswer answer(OperationRequest request);
}
