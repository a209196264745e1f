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

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a recording holds and how it is written.
 *
 * @param content sound, or sound and pictures
 * @param channel everybody together or each in a channel
 * @param format  the kind of file
 */
public record RecordingForm(Content content, Channel channel, Format format) {

    /** A value of a request, which events write with a capital. */
    public interface Value {

        /** The value in requests. */
        String wireName();

        /** The value in the Event Grid event about the file. */
        default String eventName() {
            return Character.toUpperCase(wireName().charAt(0)) + wireName().substring(1);
        }
    }

    /** What is recorded (facts: enum RecordingContentType). */
    public enum Content implements Value {
        AUDIO("audio"),
        AUDIO_VIDEO("audioVideo");

        private final String wireName;

        Content(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }

    /** Who is in which channel (facts: enum RecordingChannelType). */
    public enum Channel implements Value {
        MIXED("mixed"),
        UNMIXED("unmixed");

        private final String wireName;

        Channel(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }

    /** The kind of file (facts: enum RecordingFormatType). */
    public enum Format implements Value {
        WAV("wav"),
        MP3("mp3"),
        MP4("mp4");

        private final String wireName;

        Format(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }

    /**
     * Fills in what an application left open: sound, together, in a WAV file, which is the only kind of file that the
     * simulator can really make; video goes into MP4.
     *
     * @param content null when left open
     * @param channel null when left open
     * @param format  null when left open
     */
    public static RecordingForm of(Content content, Channel channel, Format format) {
        boolean video = content == Content.AUDIO_VIDEO || content == null && format == Format.MP4;
        Format open = video ? Format.MP4 : Format.WAV;
        return new RecordingForm(
                video ? Content.AUDIO_VIDEO : Content.AUDIO, channel == null ? Channel.MIXED : channel,
                format == null ? open : format);
    }

    /**
     * Whether the service has such recordings: channels of their own in WAV only, video in MP4 and nothing else there.
     */
    public boolean possible() {
        boolean fits = (content == Content.AUDIO_VIDEO) == (format == Format.MP4);
        return fits && (channel == Channel.MIXED || format == Format.WAV);
    }

    /** Looks a value of the wire up, in any case. */
    public static <V extends Value> Optional<V> find(V[] values, String wireName) {
        return Arrays.stream(values).filter(value -> value.wireName().equalsIgnoreCase(wireName)).findFirst();
    }

    /** All values of the wire. */
    public static List<String> wireNames(Value... values) {
        return Arrays.stream(values).map(Value::wireName).toList();
    }
}
