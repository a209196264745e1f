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
package io.acscall.benchmarks.wait;

/**
 * Ids of calls that look as those of the service do, of numbers.
 */
final class CallIds {

    private static final int DIGITS = 12;
    private static final int HEX = 16;
    /** Neighbours differ in more than a digit. */
    private static final long STRETCH = 977;

    private CallIds() {
    }

    static String of(int number) {
        return "%08x-1234-4abc-8def-%012x".formatted(number * 31, number * STRETCH);
    }

    /** The number that an id was made of. */
    static int number(String id) {
        return (int) (Long.parseLong(id.substring(id.length() - DIGITS), HEX) / STRETCH);
    }
}
