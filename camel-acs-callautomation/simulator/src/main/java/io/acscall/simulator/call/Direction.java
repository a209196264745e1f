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
package io.acscall.simulator.call;

import java.util.Arrays;
import java.util.Optional;

/** Who began a call. */
public enum Direction {

    /** A person called a number or user of the resource. */
    INCOMING("incoming"),
    /** The application called. */
    OUTGOING("outgoing"),
    /** People called each other; an application may join later. */
    BETWEEN_PEOPLE("betweenPeople");

    private final String wireName;

    Direction(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    public String wireName() {
        return wireName;
    }

    /** Looks a name of JSON up. */
    public static Optional<Direction> of(String wireName) {
        return Arrays.stream(values()).filter(direction -> direction.wireName.equals(wireName)).findFirst();
    }
}
