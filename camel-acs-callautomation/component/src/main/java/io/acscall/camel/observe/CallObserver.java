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
package io.acscall.camel.observe;

/**
 * Watches the calls of a component. See {@link CallObservers#add(CallObserver)}.
 */
@FunctionalInterface
public interface CallObserver {

    /**
     * Something has happened. Called on the thread on which it happened, which may be one of the network: it must not
     * block. Signals of one call may come from several threads at once. What is thrown here is logged once and never
     * disturbs the call.
     *
     * @param signal what has happened; it holds phone numbers, pressed keys and speech in the clear, which the observer
     *               has to mask before it shows them to anybody
     */
    void observed(CallSignal signal);
}
