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
package io.acscall.camel;

/**
 * Where the service reaches this application: the public address and the paths of the component.
 *
 * @param configuration says both
 */
record PublicAddress(AcsCallConfiguration configuration) {

    /** Where events of calls go, or {@code null} when {@code callbackBaseUri} is not set. */
    String callbacks() {
        String secret = configuration.getCallbackSecret();
        return at(configuration.getCallbackPath() + (secret == null ? "" : "/" + secret));
    }

    /** Where Event Grid delivers to, or {@code null} when {@code callbackBaseUri} is not set. */
    String eventGrid() {
        return at(configuration.getEventGridPath());
    }

    /** Where the audio of calls goes, or {@code null} when {@code callbackBaseUri} is not set. */
    String mediaStream() {
        return webSocket(configuration.getMediaStreamPath());
    }

    /** Where transcripts of calls go, or {@code null} when {@code callbackBaseUri} is not set. */
    String transcription() {
        return webSocket(configuration.getTranscriptionPath());
    }

    /** wss for https, and ws for http, which only a simulator on this machine has. */
    private String webSocket(String path) {
        String address = at(path);
        return address == null ? null : address.replaceFirst("(?i)^https:", "wss:").replaceFirst("(?i)^http:", "ws:");
    }

    private String at(String path) {
        String base = configuration.getCallbackBaseUri();
        if (base == null || base.isBlank()) {
            return null;
        }
        String trimmed = base.trim();
        return (trimmed.endsWith("/") ? trimmed.substring(0, trimmed.length() - 1) : trimmed) + path;
    }
}
