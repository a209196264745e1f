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
package io.acscall.simulator.auth;

import java.util.function.UnaryOperator;

/**
 * What authentication looks at.
 *
 * @param method       HTTP verb
 * @param pathAndQuery exactly as sent
 * @param header       value of a header by name in any case, null when absent
 * @param body         exact bytes, empty when there is none
 */
public record SignedRequest(String method, String pathAndQuery, UnaryOperator<String> header, byte[] body) {
}
