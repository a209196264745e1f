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
package io.acscall.camel.webhook;

import java.util.Objects;

/**
 * Whether a request is let in.
 *
 * @param refusal why not; {@code null} when it is let in
 * @param detail  a sentence for the log that is safe there (no secret, no token, nothing unprintable); {@code null}
 *                when it is let in
 */
public record AuthResult(Refusal refusal, String detail) {

    private static final AuthResult OK = new AuthResult(null, null);

    /** {@return the result of a request that is let in} */
    public static AuthResult ok() {
        return OK;
    }

    /**
     * The result of a request that is not let in.
     *
     * @param  refusal why not
     * @param  detail  a sentence for the log
     * @return         the result
     */
    public static AuthResult refused(Refusal refusal, String detail) {
        return new AuthResult(Objects.requireNonNull(refusal, "refusal"), detail);
    }

    /** {@return whether the request is let in} */
    public boolean accepted() {
        return refusal == null;
    }
}
