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
package io.acscall.camel.pacing;

import java.util.List;
import java.util.Objects;

/**
 * What an action needs permits for.
 *
 * @param id     names the request; the same again keeps what it has
 * @param action the name of the action, for messages
 * @param caller the phone number that calls come from
 * @param people the raw ids of the phone numbers that are rung, each needs a permit; at least one
 * @param call   the call that they are added to, {@code null} for a new call
 */
public record PacingRequest(String id, String action, String caller, List<String> people, String call) {

    /** Takes a copy of the list. */
    public PacingRequest {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(caller, "caller");
        people = List.copyOf(people);
    }

    /** Without the numbers. */
    @Override
    public String toString() {
        return "PacingRequest[id=" + id + ", action=" + action + ", people=" + people.size() + "]";
    }
}
