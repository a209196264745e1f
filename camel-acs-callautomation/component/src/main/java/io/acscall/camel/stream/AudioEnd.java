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
package io.acscall.camel.stream;

/**
 * What became of audio that was to be sent.
 */
public enum AudioEnd {
    /** It was written to the connection. */
    WRITTEN,
    /** It was dropped, all or a part, because the audio was stopped. */
    STOPPED,
    /** The stream ended first. */
    GONE
}
