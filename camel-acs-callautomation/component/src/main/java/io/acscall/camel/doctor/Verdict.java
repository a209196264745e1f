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

/**
 * What a look has shown.
 */
public enum Verdict {
    /** It works, and this was seen. */
    OK("ok"),
    /** It works, but somebody should look at it. */
    DOUBT("doubt"),
    /** It does not work, and calls will fail. */
    FAULT("FAULT"),
    /** It can't be seen from here. */
    UNPROVED("unproved");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** {@return the word for reports} */
    public String label() {
        return label;
    }
}
