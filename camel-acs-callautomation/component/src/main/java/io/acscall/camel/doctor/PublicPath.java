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
package io.acscall.camel.doctor;

import java.net.URI;

/**
 * A path of this application as the world reaches it.
 *
 * @param about   what it is for, one or two words
 * @param address the whole address, with a secret part where it has one
 * @param below   the secret part with a slash in front; empty for none
 * @param option  the option that says the path
 */
public record PublicPath(String about, URI address, String below, String option) {

    /** {@return the address without its secret part and query} */
    public String shown() {
        String whole = address.toString().split("[?#]", 2)[0];
        return below.isEmpty() ? whole : whole.substring(0, whole.length() - below.length()) + "/***";
    }

    /** Nothing secret. */
    @Override
    public String toString() {
        return "PublicPath[" + about + ", " + shown() + "]";
    }
}
