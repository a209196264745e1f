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

import java.time.Duration;

import com.azure.core.http.HttpResponse;

/**
 * How one try ended.
 *
 * @param response   the answer, its body read; {@code null} when there was none
 * @param failure    why there was none; {@code null} when there was one
 * @param retryAfter how long the service asks to wait; {@code null} when it did not say
 */
record TryResult(HttpResponse response, TryFailure failure, Duration retryAfter) {

    private static final int UNAVAILABLE = 503;

    static TryResult failed(Throwable failure) {
        return new TryResult(null, TryFailure.of(failure), null);
    }

    boolean failed() {
        return failure != null;
    }

    int status() {
        return failed() ? 0 : response.getStatusCode();
    }

    /** The wait of a 503 that names one: the service turned the request away unseen. */
    Duration turnedAwayUntil() {
        return status() == UNAVAILABLE ? retryAfter : null;
    }
}
