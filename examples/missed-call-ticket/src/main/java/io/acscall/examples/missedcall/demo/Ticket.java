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
package io.acscall.examples.missedcall.demo;

/**
 * A ticket as it stands in the database.
 *
 * @param phone    who called
 * @param reason   why nobody talked to the caller, the last time
 * @param calls    how many calls were missed
 * @param status   OPEN or CLOSED
 * @param attempts how often the caller was called back
 * @param outcome  of the last call back, or null
 */
public record Ticket(String phone, String reason, int calls, String status, int attempts, String outcome) {

    /** One of whom nobody was called back yet. */
    public static Ticket open(String phone, String reason, int calls) {
        return new Ticket(phone, reason, calls, "OPEN", 0, null);
    }

    /** For people. */
    public String describe() {
        return "%s, %s%s%s".formatted(status, reason, calls == 1 ? "" : ", %d calls".formatted(calls),
                outcome == null ? "" : ", called back: " + outcome);
    }
}
