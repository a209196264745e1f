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
package io.acscall.camel.event;

import java.util.List;

/**
 * What one body held.
 *
 * @param events   the events in the order of the body, at least one; unmodifiable
 * @param problems one sentence for each element that is no event, without any text of the body; unmodifiable, mostly
 *                 empty
 */
public record ReadEvents(List<CallEvent> events, List<String> problems) {

    /** Takes copies of both lists. */
    public ReadEvents {
        events = List.copyOf(events);
        problems = List.copyOf(problems);
    }
}
