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
package io.acscall.catalog;

/**
 * A place in a route where acs-call is used.
 *
 * @param source where it stands, for messages
 * @param uri    the endpoint with all its options
 * @param starts whether it starts a route, and is no step of one
 */
record Step(String source, String uri, boolean starts) {

    static final String SCHEME = "acs-call:";

    boolean isOurs() {
        return uri.startsWith(SCHEME);
    }
}
