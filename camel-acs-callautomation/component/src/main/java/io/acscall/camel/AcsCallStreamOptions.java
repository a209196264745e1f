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

import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * The options of those who take frames of streams and send audio back.
 */
@UriParams
@Configurer(extended = true)
public class AcsCallStreamOptions {

    @UriParam(label = "consumer",
              description = "mediaStream, transcription: what the consumer takes, separated by commas: metadata (the first frame),"
                            + " audio, dtmf, transcription and end (made by the component when a stream has ended). All when not"
                            + " set.")
    private String kinds;
    @UriParam(label = "consumer", defaultValue = "true",
              description = "mediaStream: whether the consumer takes audio frames that the service marks as silent.")
    private boolean silent = true;
    @UriParam(label = "consumer", defaultValue = "250",
              description = "mediaStream, transcription: how many frames of one stream may wait for the route. 250 frames are 5"
                            + " seconds of audio.")
    private int maxQueuedFrames = 250;
    @UriParam(label = "consumer", enums = "dropOldest,backPressure",
              description = "mediaStream, transcription: what happens to more frames than that: dropOldest drops the oldest audio"
                            + " and counts it; backPressure stops reading from the connection until half of them are gone. By"
                            + " default dropOldest for mediaStream and backPressure for transcription. Only audio is ever"
                            + " dropped.")
    private OnOverflow onOverflow;
    @UriParam(label = "producer", defaultValue = "false",
              description = "sendAudio: whether the exchange goes on only when its audio is written to the connection, which takes"
                            + " about as long as the audio lasts. It holds no thread. Otherwise it goes on once the audio is"
                            + " queued.")
    private boolean awaitWritten;

    public String getKinds() {
        return kinds;
    }

    public void setKinds(String kinds) {
        this.kinds = kinds;
    }

    public boolean isSilent() {
        return silent;
    }

    public void setSilent(boolean silent) {
        this.silent = silent;
    }

    public int getMaxQueuedFrames() {
        return maxQueuedFrames;
    }

    public void setMaxQueuedFrames(int maxQueuedFrames) {
        this.maxQueuedFrames = maxQueuedFrames;
    }

    public OnOverflow getOnOverflow() {
        return onOverflow;
    }

    public void setOnOverflow(OnOverflow onOverflow) {
        this.onOverflow = onOverflow;
    }

    public boolean isAwaitWritten() {
        return awaitWritten;
    }

    public void setAwaitWritten(boolean awaitWritten) {
        this.awaitWritten = awaitWritten;
    }
}
