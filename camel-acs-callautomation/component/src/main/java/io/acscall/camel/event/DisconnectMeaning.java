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
 * What a CallDisconnected means for an operation whose result is awaited.
 */
public enum DisconnectMeaning {
    /** The operation has failed, with the outcome of the event's result: a call that was to be set up is none. */
    FAILURE,
    /** The operation has done what it was for: the call was to be ended. */
    SUCCESS,
    /** The call ended before the operation did. */
    INTERRUPTS
}
