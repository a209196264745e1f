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
package io.acscall.camel.lint;

import java.util.function.Predicate;

import io.acscall.camel.client.Participant;

/**
 * What the options of the component say.
 *
 * @param callbackUri   where events of calls go, or {@code null}
 * @param callbackPath  the path of that
 * @param eventGridPath the path of Event Grid deliveries
 * @param callbacksOpen whether callbacks are not checked
 * @param eventGridOpen whether Event Grid deliveries are not checked
 * @param callerId      whether there is a phone number that called people see
 * @param speech        whether there is a service that speaks
 * @param mayBeRung     says of a participant whether {@code allowedTargets} has a pattern for it
 */
public record LintSettings(
        String callbackUri, String callbackPath, String eventGridPath, boolean callbacksOpen, boolean eventGridOpen,
        boolean callerId, boolean speech, Predicate<Participant> mayBeRung) {
}
