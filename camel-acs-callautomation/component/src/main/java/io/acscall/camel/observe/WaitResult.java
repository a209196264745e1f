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
 * How a wait for the end of an operation ended.
 */
public enum WaitResult {

    /** The event that means success came. */
    SUCCEEDED,

    /** What was asked for was seen without an event. */
    REACHED,

    /** The event that means failure came. */
    FAILED,

    /** The call ended before the operation did. */
    DISCONNECTED,

    /** Nothing came in time. */
    TIMED_OUT,

    /** The request itself failed. */
    REQUEST_FAILED,

    /** The application stops. */
    SHUTDOWN,

    /** Another node has gone on with it. */
    TAKEN_OVER,

    /** The application stops, and other nodes go on with it. */
    LEFT,

    /** The store could not say whether another node has gone on with it. */
    UNSECURED,

    /** Nothing was sent after all, or no more waits were allowed. */
    ABANDONED
}
