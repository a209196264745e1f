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
package io.acscall.camel.webhook;

import java.util.List;

import io.acscall.camel.event.CallEvent;

/**
 * Where events go once they are read.
 */
@FunctionalInterface
public interface EventSink {

    /**
     * Takes events over; returns at once.
     *
     * @param events  as they came, in order
     * @param newWork whether events may start new work; events that end an operation somebody waits for are taken in
     *                any case
     */
    Handover accept(List<CallEvent> events, boolean newWork);
}
