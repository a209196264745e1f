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
 * Told of requests that are refused, on the thread that refuses: it must not block.
 */
@FunctionalInterface
public interface RefusalListener {

    /**
     * One was refused.
     *
     * @param door   the way in
     * @param status what the sender is told
     * @param reason a word for why
     * @param detail a sentence that is safe in a log
     */
    void refused(String door, int status, String reason, String detail);
}
