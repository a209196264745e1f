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
package io.acscall.simulator.recording;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import io.acscall.simulator.identity.Identifier;

/**
 * What an application asked to have recorded.
 *
 * @param form             content, channels and format
 * @param channels         the channel that each of these people was promised, counted from 0; never null
 * @param pauseOnStart     whether nothing is recorded until it is resumed
 * @param stateCallbackUri where RecordingStateChanged goes; null: nobody is told
 * @param apiVersion       of the request, which decides what events exist
 */
public record RecordingPlan(RecordingForm form, Map<Identifier, Integer> channels, boolean pauseOnStart,
        URI stateCallbackUri, String apiVersion) {

    public RecordingPlan {
        channels = new LinkedHashMap<>(channels);
    }
}
