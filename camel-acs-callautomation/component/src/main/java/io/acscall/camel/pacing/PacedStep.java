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
package io.acscall.camel.pacing;

/**
 * Who asks for permits. One of the methods is called, once; both hand over at once.
 */
public interface PacedStep {

    /**
     * The permits are there: send.
     *
     * @param grant the permits, to be told what became of the request
     */
    void granted(Grant grant);

    /**
     * There are none; nothing may be sent.
     *
     * @param why a {@link PacingException}, or what the store has failed with
     */
    void refused(RuntimeException why);
}
