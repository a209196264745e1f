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
package io.acscall.camel;

/**
 * {@code acs-call:dispatch} could not take the events now: a consumer is stopping, its queue is full, or another node
 * is at one of them. Nothing has happened; whoever sent them tries again later.
 */
public class DispatchBusyException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    DispatchBusyException() {
        super("acs-call:dispatch: a consumer is stopping or its queue is full (option maxQueuedEvents); try again later");
    }
}
