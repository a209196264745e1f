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
package io.acscall.simulator.people;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a person does when the phone rings. */
public enum Answer {

    ACCEPT("accept"),
    DECLINE("decline"),
    BUSY("busy"),
    NO_ANSWER("noAnswer");

    private final String wireName;

    Answer(String wireName) {
        this.wireName = wireName;
    }

    /** The value in the control API. */
    public String wireName() {
        return wireName;
    }

    /** Looks a value of the control API up, in any case. */
    public static Optional<Answer> of(String wireName) {
        return Arrays.stream(values()).filter(answer -> answer.wireName.equalsIgnoreCase(wireName)).findFirst();
    }

    /** All values of the control API. */
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(Answer::wireName).toList();
    }
}
