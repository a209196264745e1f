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
package io.acscall.simulator.media;

import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.people.Input;

/** Something that takes a while in a call's media: a prompt or a recognition. Called under the lock of the call. */
public interface MediaOperation {

    /** Its turn has come. */
    void start();

    /** It will not be finished: tells the application so. Called at most once, whether started or not. */
    void cancel();

    /** A person does something while this is running. */
    default void hear(Identifier person, Input input) {
    }
}
