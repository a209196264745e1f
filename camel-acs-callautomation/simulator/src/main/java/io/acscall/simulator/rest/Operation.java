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

import io.acscall.simulator.http.PathTemplate;

/**
 * One operation of the service.
 *
 * @param name        as in the service's description
 * @param method      HTTP verb
 * @param path        its shape
 * @param status      the status of success
 * @param body        whether a JSON object must be sent
 * @param repeatable  whether a repeated request id gets the first answer again
 * @param tellsRepeat whether the answer has the header {@code Repeatability-Result}; the service was seen to send it on
 *                    some operations only
 * @param versioned   whether it has an api-version
 * @param handler     what it does
 */
public record Operation(String name, String method, PathTemplate path, int status, boolean body, boolean repeatable,
        boolean tellsRepeat, boolean versioned, OperationAnswer handler) {
}
