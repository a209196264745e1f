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
package io.acscall.camel.webhook;

import java.util.Optional;

/**
 * Decides who may knock at a path. Called on the server's worker threads, at the same time from many; may take seconds
 * when keys have to be fetched first.
 */
@FunctionalInterface
public interface RequestAuthenticator extends AutoCloseable {

    /**
     * Looks at a request before anything of its body is read.
     *
     * @param  request the request
     * @return         whether it is let in; never {@code null}, and never an exception
     */
    AuthResult authenticate(InboundRequest request);

    /**
     * Whether keys that are needed for a verdict are missing. Keys that are missing are fetched, seldom, which may take
     * seconds.
     *
     * @return why there are none, empty when there are or none are needed
     */
    default Optional<String> missingKeys() {
        return Optional.empty();
    }

    /** Lets go of what was held; nothing by default. */
    @Override
    default void close() {
    }
}
