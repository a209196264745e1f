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
 * What arrived holds no event: it is not JSON, goes beyond a limit, or none of its elements is an event. The message
 * says what is wrong and where, and never repeats a part of the body.
 */
public class NotAnEventException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * With a reason.
     *
     * @param message what is wrong, without any text of the body
     */
    public NotAnEventException(String message) {
        super(message);
    }
}
