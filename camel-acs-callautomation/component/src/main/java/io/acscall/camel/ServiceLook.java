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

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import io.acscall.camel.client.PathSegment;
import io.acscall.camel.client.ServiceException;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.pacing.CallLook;

/**
 * Asks the service whether a call is up, or a person in it: GET of the call or the participant, which is 404 when there
 * is none.
 */
record ServiceLook(AcsCallComponent component) implements CallLook {

    private static final int NOT_FOUND = 404;
    private static final String OVER = "disconnected";

    @Override
    public CompletionStage<Boolean> isUp(String call, String rawId) {
        String path = "/calling/callConnections/" + PathSegment.encode(call)
                      + (rawId == null ? "" : "/participants/" + PathSegment.encode(rawId));
        String action = rawId == null ? "getCallProperties" : "getParticipant";
        try {
            return StepWatch.send(component, action, ServiceRequest.get(path), call).handle(ServiceLook::isUp);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static boolean isUp(ServiceResponse answer, Throwable failed) {
        if (failed == null) {
            return answer.body() == null || !OVER.equalsIgnoreCase(answer.body().path("callConnectionState").asText());
        }
        Throwable cause = failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
        if (cause instanceof ServiceException refused && refused.status() == NOT_FOUND) {
            return false;
        }
        throw new CompletionException(cause);
    }
}
