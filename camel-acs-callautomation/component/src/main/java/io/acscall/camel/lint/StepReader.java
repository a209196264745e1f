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
package io.acscall.camel.lint;

import java.util.Optional;

/**
 * Reads the URIs of a route.
 */
@FunctionalInterface
public interface StepReader {

    /**
     * Reads one URI as it stands in the route, with placeholders.
     *
     * @param  uri     the URI
     * @param  dynamic whether parts of it come with the message
     * @return         empty for a URI of another component, and for one that can't be judged before a message comes
     */
    Optional<LintStep> read(String uri, boolean dynamic);
}
