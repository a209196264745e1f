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

import io.acscall.camel.client.PathSegment;

/**
 * The paths of the service's REST operations. Colons in them are literal.
 */
final class Paths {

    static final String CALLS = "/calling/callConnections";

    static final String RECORDINGS = "/calling/recordings";

    private Paths() {
    }

    /** The call that the inputs name, followed by an operation such as {@code :play}, or by nothing. */
    static String call(Inputs inputs, String operation) {
        return CALLS + "/" + PathSegment.encode(inputs.require(Options.CALL_CONNECTION_ID)) + operation;
    }

    /** The recording that the inputs name, followed by an operation such as {@code :pause}, or by nothing. */
    static String recording(Inputs inputs, String operation) {
        return RECORDINGS + "/" + PathSegment.encode(inputs.require(Options.RECORDING_ID)) + operation;
    }
}
