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
package io.acscall.camel.cluster;

/**
 * What an event means for the waits of all nodes.
 *
 * @param awaited  it has ended one, so that an exchange goes on with it somewhere
 * @param orphaned it would have ended one, but whose wait it was is gone or does not answer
 */
public record Verdict(boolean awaited, boolean orphaned) {

    /** Nobody waits for it. */
    public static final Verdict ORDINARY = new Verdict(false, false);
    /** An exchange goes on with it. */
    public static final Verdict AWAITED = new Verdict(true, false);

    /**
     * Of one that is known at once.
     *
     * @param awaited whether an exchange goes on with it
     */
    public static Verdict of(boolean awaited) {
        return awaited ? AWAITED : ORDINARY;
    }
}
