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
package io.acscall.examples.missedcall;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The times within which calls of one person are one matter.
 *
 * @param length of each, at least a second
 */
public record Window(Duration length) {

    public Window {
        if (length.toSeconds() < 1) {
            throw new IllegalArgumentException("The window is " + length + "; it must be a second or more, such as PT4H");
        }
    }

    /** When the window began that a call belongs to. An event that comes again, or late, names the same one. */
    public OffsetDateTime of(OffsetDateTime call) {
        long seconds = call.toEpochSecond();
        return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, length.toSeconds())).atOffset(ZoneOffset.UTC);
    }
}
