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

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;

/**
 * How long the service asks to wait: {@code retry-after-ms} or {@code x-ms-retry-after-ms} in milliseconds, else
 * {@code Retry-After} in seconds or as a date.
 */
final class RetryAfter {

    private static final List<HttpHeaderName> IN_MILLIS
            = List.of(HttpHeaderName.RETRY_AFTER_MS, HttpHeaderName.X_MS_RETRY_AFTER_MS);

    private RetryAfter() {
    }

    /** The wait, zero for a date that has passed; null when the headers name none or cannot be read. */
    static Duration read(HttpHeaders headers, Clock clock) {
        for (HttpHeaderName name : IN_MILLIS) {
            Long millis = number(headers.getValue(name));
            if (millis != null) {
                return Duration.ofMillis(millis);
            }
        }
        String value = headers.getValue(HttpHeaderName.RETRY_AFTER);
        Long seconds = number(value);
        return seconds != null ? Duration.ofSeconds(seconds) : until(value, clock);
    }

    private static Duration until(String date, Clock clock) {
        if (date == null) {
            return null;
        }
        return HttpDate.parse(date.strip())
                .map(then -> Duration.between(clock.instant(), then))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .orElse(null);
    }

    private static Long number(String value) {
        try {
            return value == null ? null : Math.max(0, Long.parseLong(value.strip()));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
