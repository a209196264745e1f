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
package io.acscall.examples.reminders.demo;

/**
 * A reminder as it stands in the database.
 *
 * @param phone    who is rung
 * @param status   OPEN, RINGING, CONFIRMED, CANCELLED, TRANSFERRED or GIVEN_UP
 * @param attempts how often the phone rang
 * @param results  of all tries, the first one first, separated by a comma and a space
 */
public record Reminder(String phone, String status, int attempts, String results) {
}
