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
package io.acscall.simulator.stream;

/**
 * The streams an application asked for when it made, answered or joined a call.
 *
 * @param media         null for none
 * @param transcription null for none
 */
public record StreamOptions(MediaStreamOptions media, TranscriptionOptions transcription) {

    /** No streams. */
    public static final StreamOptions NONE = new StreamOptions(null, null);
}
