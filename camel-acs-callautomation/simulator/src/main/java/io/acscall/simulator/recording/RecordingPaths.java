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

/** Where files are, below the address of the simulator. */
public final class RecordingPaths {

    /** All documents. */
    public static final String OBJECTS = "/v1/objects";
    /** Behind the path of a document: what was recorded. */
    public static final String CONTENT = "/content/acsaudio";
    /** Behind the path of a document: what is to be said about it. */
    public static final String METADATA = "/content/acsmetadata";

    private RecordingPaths() {
    }
}
