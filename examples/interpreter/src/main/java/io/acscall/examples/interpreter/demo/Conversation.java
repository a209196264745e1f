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
package io.acscall.examples.interpreter.demo;

import java.util.List;

/**
 * What became of a call, as it stands in the database.
 *
 * @param status      OVER when an interpreter has joined, FAILED when there is a ticket; other words while it goes on
 * @param interpreter the name of who has joined, or null
 * @param reason      of the ticket, or null
 * @param invitations who was rung, in order, each with what became of it, such as {@code Taras JOINED}
 */
public record Conversation(String status, String interpreter, String reason, List<String> invitations) {

    /** For people. */
    public String describe() {
        String end = interpreter == null ? "ticket: " + reason : "talks through " + interpreter;
        return invitations.isEmpty() ? end : end + " (" + String.join(", ", invitations) + ")";
    }
}
