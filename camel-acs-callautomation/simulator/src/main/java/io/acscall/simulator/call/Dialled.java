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

import java.util.List;

import io.acscall.simulator.identity.Identifier;

/**
 * Who was called when a call began, and by what name.
 *
 * @param to         who was called; empty when nobody was
 * @param callerName the name that the caller has given, or null
 */
record Dialled(List<Identifier> to, String callerName) {

    static final Dialled NOBODY = new Dialled(List.of(), null);

    Dialled {
        to = List.copyOf(to);
    }
}
