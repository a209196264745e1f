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
package io.acscall.camel.client;

/**
 * How far a failed request came: whether the service can have acted on it. All tries of one request count.
 */
public enum Delivery {

    /**
     * No try reached an operation of the service: refused before sending, no connection, or turned away by throttling
     * and not heard since. The service did nothing.
     */
    NOT_SENT,

    /**
     * At least one try was sent, in part or whole, and no answer tells what became of it.
     */
    UNKNOWN,

    /**
     * The service answered, with a status that is no success.
     */
    ANSWERED
}
