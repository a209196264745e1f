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
package io.acscall.camel.record;

/**
 * What a flight recorder keeps, and how much.
 *
 * @param calls          how many calls, at least one
 * @param entriesPerCall how many entries of each, at least one; the oldest go first
 * @param bytes          how much memory all calls together may take, roughly
 * @param tellsInput     whether pressed keys and spoken words are kept
 * @param apiVersion     the api-version of requests
 * @param ownNumber      the number of the resource that stays as it is, or {@code null}
 */
public record FlightRecorderSettings(int calls, int entriesPerCall, long bytes, boolean tellsInput, String apiVersion,
        String ownNumber) {

    /**
     * @throws IllegalArgumentException when there is no room for anything
     */
    public FlightRecorderSettings {
        requirePositive("flightRecorderCalls", calls, 100);
        requirePositive("flightRecorderEntries", entriesPerCall, 500);
        requirePositive("flightRecorderBytes", bytes, 16 * 1024 * 1024);
    }

    private static void requirePositive(String option, long value, long example) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "Option '" + option + "' must be at least 1, for example " + example + ", but was: " + value);
        }
    }
}
