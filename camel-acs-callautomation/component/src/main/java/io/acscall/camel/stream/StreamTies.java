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
package io.acscall.camel.stream;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What the streams of a component share.
 *
 * @param executor  runs exchanges
 * @param timer     for what has to be done later
 * @param nanoTime  the time in nanoseconds from any origin, as {@link System#nanoTime}
 * @param counts    counts what was dropped or not understood, by a word for why
 * @param lead      how far audio is sent ahead of the time when it is heard
 * @param maxQueued how much audio of one stream may wait to be sent
 */
public record StreamTies(
        Executor executor, StreamTimer timer, LongSupplier nanoTime, Consumer<String> counts, Duration lead,
        Duration maxQueued) {
}
