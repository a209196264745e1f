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
package io.acscall.examples.frontdesk.demo;

/**
 * A ticket as it stands in the database.
 *
 * @param kind     why it was written
 * @param phone    who called
 * @param customer the name in the CRM, or null
 * @param status   OPEN or CLOSED
 * @param outcome  of the last call-back, or null
 * @param attempts how often the caller was called back
 */
public record Ticket(String kind, String phone, String customer, String status, String outcome, int attempts) {
}
