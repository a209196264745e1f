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
package io.acscall.camel.action;

import java.util.Map;

/**
 * What an action gives back.
 *
 * @param body    the typed record for the message body, or {@code null} to leave the body as it is
 * @param headers values by header name; a {@code null} value removes the header
 */
public record ActionResult(Object body, Map<String, Object> headers) {

    /** Nothing to say: body and headers stay. */
    public static final ActionResult NONE = new ActionResult(null, Map.of());
}
