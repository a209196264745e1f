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

import java.net.URI;

/**
 * The {@code mediaStreamingOptions} of an application.
 *
 * @param transportUrl  where the service connects to; null when it was not said
 * @param mixed         whether everybody is in one stream of audio, not each person in one
 * @param start         whether it begins with the call
 * @param bidirectional whether the application may send audio back
 * @param format        of the audio, both ways
 * @param keys          whether keys that people press are sent
 */
public record MediaStreamOptions(URI transportUrl, boolean mixed, boolean start, boolean bidirectional, AudioFormat format,
        boolean keys) {
}
