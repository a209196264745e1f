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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.callback.CallbackEventType;
import io.acscall.simulator.json.Json;

/** The two streams that an application can have of a call, and what their events are called. */
public enum StreamKind {

    /** Audio, keys, and audio back. */
    MEDIA("media", "mediaStreaming", CallbackEventType.MEDIA_STREAMING_STARTED, CallbackEventType.MEDIA_STREAMING_STOPPED,
          CallbackEventType.MEDIA_STREAMING_FAILED, CallResult.MEDIA_STREAMING_FAILED, CallResult.MEDIA_STREAMING_CANCELED),
    /** Words. */
    TRANSCRIPTION("transcription", "transcription", CallbackEventType.TRANSCRIPTION_STARTED,
                  CallbackEventType.TRANSCRIPTION_STOPPED, CallbackEventType.TRANSCRIPTION_FAILED,
                  CallResult.TRANSCRIPTION_FAILED, CallResult.TRANSCRIPTION_CANCELED);

    private final String wireName;
    private final String prefix;
    private final CallbackEventType started;
    private final CallbackEventType stopped;
    private final CallbackEventType failed;
    private final CallResult failure;
    private final CallResult canceled;

    StreamKind(String wireName, String prefix, CallbackEventType started, CallbackEventType stopped, CallbackEventType failed,
               CallResult failure, CallResult canceled) {
        this.wireName = wireName;
        this.prefix = prefix;
        this.started = started;
        this.stopped = stopped;
        this.failed = failed;
        this.failure = failure;
        this.canceled = canceled;
    }

    /** The name on the timeline and in the settings of faults. */
    public String wireName() {
        return wireName;
    }

    CallbackEventType started() {
        return started;
    }

    CallbackEventType stopped() {
        return stopped;
    }

    CallbackEventType failed() {
        return failed;
    }

    /** The result of a stream that failed (8603, 8578). */
    CallResult failure() {
        return failure;
    }

    /** The result of a stream that the service ended for reasons of its own (8603, 8580). */
    CallResult shutdown() {
        return this == MEDIA ? failure : CallResult.TRANSCRIPTION_SHUTDOWN;
    }

    /** The result of a stream that was given up before it began (8604, 8579). */
    CallResult canceled() {
        return canceled;
    }

    /**
     * The member that only events of this stream have.
     *
     * @param status  what the status says after the name of the stream, such as {@code Started}
     * @param details a value of the service's status details
     */
    ObjectNode update(String status, StatusDetails details) {
        ObjectNode json = Json.object();
        ObjectNode update = json.putObject(prefix + "Update");
        if (this == MEDIA) {
            update.put("contentType", "Audio");
        }
        update.put(prefix + "Status", prefix + status).put(prefix + "StatusDetails", details.wireName());
        return json;
    }
}
