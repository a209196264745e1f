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
package io.acscall.camel.spi;

import java.util.Objects;

/**
 * The right to have one call to a phone number up.
 *
 * @param holder names the permit; unique for each
 * @param pool   whose limit it counts against: the phone number that calls come from
 * @param call   the call ({@code callConnectionId}) that it stands for, {@code null} as long as nobody knows it
 * @param leg    names the called person within the call without telling who it is; never {@code null}
 */
public record Permit(String holder, String pool, String call, String leg) {

    public Permit {
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(leg, "leg");
    }

    /** Without the number and the person. */
    @Override
    public String toString() {
        return "Permit[holder=" + holder + ", call=" + call + "]";
    }
}
