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

/**
 * Why a request was not let in. For the log and for counters only: the answer to the sender never says it.
 */
public enum Refusal {
    /** It brought no token or secret. */
    MISSING,
    /** What it brought is no bearer token, no JWT, or a JWT without what every one of them has. */
    MALFORMED,
    /** The token is not signed with RS256 (unsigned ones are meant, too). */
    ALGORITHM,
    /** The token names a key that the issuer does not publish. */
    UNKNOWN_KEY,
    /** The signature does not fit the issuer's key. */
    SIGNATURE,
    /** The token's time is over. */
    EXPIRED,
    /** The token's time has not come. */
    NOT_YET_VALID,
    /** The token is another issuer's. */
    ISSUER,
    /** The token is for somebody else. */
    AUDIENCE,
    /** The token was given to another application than the one that may send. */
    APPLICATION,
    /** The secret is not one of the accepted ones. */
    WRONG,
    /** No verdict: the issuer's keys have never been fetched and cannot be now. Not the sender's fault. */
    KEYS_UNAVAILABLE
}
