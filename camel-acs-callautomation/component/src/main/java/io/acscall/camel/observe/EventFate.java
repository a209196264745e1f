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
 * What became of an event that was taken.
 */
public enum EventFate {

    /** It ended an operation that somebody waited for, and no consumer wants it. */
    WAIT,

    /** It went to one consumer or several. */
    CONSUMERS,

    /** It ended an operation, and went to consumers too. */
    WAIT_AND_CONSUMERS,

    /** All consumers that want it have had it before. */
    DUPLICATE,

    /** Nobody waits for it (it may be kept for seconds, for a wait that is late) and no consumer wants it. */
    NOBODY
}
