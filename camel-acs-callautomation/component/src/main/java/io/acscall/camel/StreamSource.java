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

import java.util.function.Function;

/**
 * Where streams come from: each kind has a path of its own.
 */
enum StreamSource {

    MEDIA("mediaStream", "mediaStreamPath", AcsCallConfiguration::getMediaStreamPath, OnOverflow.dropOldest),
    TRANSCRIPTION("transcription", "transcriptionPath", AcsCallConfiguration::getTranscriptionPath, OnOverflow.backPressure);

    private final String door;
    private final String option;
    private final Function<AcsCallConfiguration, String> path;
    private final OnOverflow onOverflow;

    StreamSource(String door, String option, Function<AcsCallConfiguration, String> path, OnOverflow onOverflow) {
        this.door = door;
        this.option = option;
        this.path = path;
        this.onOverflow = onOverflow;
    }

    /** The name in counters and logs. */
    String door() {
        return door;
    }

    /** The component option that sets the path. */
    String option() {
        return option;
    }

    String path(AcsCallConfiguration configuration) {
        return path.apply(configuration);
    }

    /** An old word of a caller is worth little, a word of a transcript much. */
    OnOverflow defaultOnOverflow() {
        return onOverflow;
    }
}
