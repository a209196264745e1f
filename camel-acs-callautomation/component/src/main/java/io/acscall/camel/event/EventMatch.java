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
package io.acscall.camel.event;

/**
 * How an event is known to be of an operation.
 */
public enum EventMatch {

    /** By the context that the operation was given; the usual way. */
    CONTEXT,

    /**
     * By the call alone, where the ending events carry the context of another operation: the CallDisconnected of a hang
     * up carries the one that the call was made with.
     */
    CALL,

    /** By the recording, where requests and events have no context. */
    RECORDING,

    /**
     * By what an event of the call shows where it means success, for it tells of many things and has no context; by the
     * context where it means failure.
     */
    STATE
}
