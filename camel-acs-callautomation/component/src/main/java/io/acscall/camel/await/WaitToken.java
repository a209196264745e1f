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
package io.acscall.camel.await;

/**
 * What an {@code operationContext} on the wire says about a wait and a trace.
 *
 * @param instance    the incarnation of the component that sent it
 * @param waitId      the id of the wait there; empty where nobody waits
 * @param trace       the trace that the request belongs to, as {@code traceparent} of W3C Trace Context writes it;
 *                    {@code null} where it carries none
 * @param userContext the user's own context, or {@code null}
 */
public record WaitToken(String instance, String waitId, String trace, String userContext) {

    /** A token without a trace. */
    public WaitToken(String instance, String waitId, String userContext) {
        this(instance, waitId, null, userContext);
    }
}
