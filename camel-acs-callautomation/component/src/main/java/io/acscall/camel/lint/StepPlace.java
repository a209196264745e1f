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

/**
 * Where something was found.
 *
 * @param route the id of the route, or {@code null} outside of routes
 * @param node  the id of the step in the route, or {@code null} when it has none
 * @param uri   what the step does, without options, for example {@code acs-call:play}
 */
public record StepPlace(String route, String node, String uri) {

    /**
     * A place that no route names.
     *
     * @param uri what is done, without options
     */
    public static StepPlace outsideOfRoutes(String uri) {
        return new StepPlace(null, null, uri);
    }

    @Override
    public String toString() {
        if (route == null) {
            return uri;
        }
        return "Route '" + route + "', " + (node == null ? "" : "step '" + node + "', ") + uri;
    }
}
