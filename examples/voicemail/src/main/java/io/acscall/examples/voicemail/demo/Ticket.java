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
package io.acscall.examples.voicemail.demo;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A ticket as it stands in the database.
 *
 * @param kind       MESSAGE, SILENT or MISSED
 * @param phone      who called
 * @param transcript what was understood, or null
 * @param length     of the recording; zero where there is none
 * @param file       the recording, or null
 */
public record Ticket(String kind, String phone, String transcript, Duration length, Path file) {
}
