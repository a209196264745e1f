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

/**
 * What became of asking for a permit.
 */
public sealed interface PermitClaim {

    /** It is the caller's: send. */
    record Granted() implements PermitClaim {
    }

    /** As many as the limit allows are taken: ask again later. */
    record Full() implements PermitClaim {
    }

    /**
     * All are taken, but the lease of one has run out: its owner has gone, or can't reach the store. Whether its call
     * is still up is for the service to say. When it is gone, {@link PermitStore#free} makes room; when it is up,
     * {@link PermitStore#renew} keeps the permit for it.
     *
     * @param holder names the permit
     * @param call   the call that it stands for
     */
    record RunOut(String holder, String call) implements PermitClaim {
    }
}
