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
package io.acscall.benchmarks.harness;

/**
 * A number that is to be reached.
 *
 * @param what     for example "calls a second, 64 in flight, by the SDK's"
 * @param atLeast  whether more is better
 * @param limit    the number to reach
 * @param measured the number that was measured
 */
public record Reach(String what, boolean atLeast, double limit, double measured) {

    public static Reach atLeast(String what, double limit, double measured) {
        return new Reach(what, true, limit, measured);
    }

    public static Reach atMost(String what, double limit, double measured) {
        return new Reach(what, false, limit, measured);
    }

    public boolean met() {
        return atLeast ? measured >= limit : measured <= limit;
    }
}
