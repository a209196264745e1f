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

import java.time.OffsetDateTime;

import io.acscall.camel.action.Tones;
import io.acscall.camel.client.Participant;
import io.acscall.camel.stream.AudioFrame;
import io.acscall.camel.stream.DtmfFrame;
import io.acscall.camel.stream.FrameDelivery;
import io.acscall.camel.stream.StreamFrame;
import io.acscall.camel.stream.TranscriptionData;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Writes a frame of a stream into a message.
 */
final class StreamMessage {

    private StreamMessage() {
    }

    static void fill(Message message, FrameDelivery delivery) {
        StreamFrame frame = delivery.frame();
        message.setHeader(AcsCallConstants.STREAM_ID, delivery.stream().streamId());
        message.setHeader(AcsCallConstants.STREAM_KIND, frame.kind().name());
        ResultHeaders.setIfThere(message, AcsCallConstants.CONNECTION_ID, delivery.stream().callConnectionId());
        ResultHeaders.setIfThere(message, AcsCallConstants.CORRELATION_ID, delivery.stream().correlationId());
        if (delivery.dropped() > 0) {
            message.setHeader(AcsCallConstants.DROPPED_FRAMES, delivery.dropped());
        }
        if (frame instanceof AudioFrame audio) {
            audio(message, audio);
            message.setHeader(AcsCallConstants.SAMPLE_RATE, delivery.format().sampleRate());
        } else if (frame instanceof DtmfFrame dtmf) {
            message.setBody(dtmf.data());
            message.setHeader(AcsCallConstants.TONES, key(dtmf.data()));
            participant(message, dtmf.participantRawId());
        } else {
            message.setBody(frame);
        }
        if (frame instanceof TranscriptionData said) {
            message.setHeader(AcsCallConstants.SPEECH, said.text());
            message.setHeader(AcsCallConstants.FINAL, said.isFinal());
            participant(message, said.participantRawId());
        }
    }

    /** A route may change its bytes, and another consumer may have the same frame. */
    private static void audio(Message message, AudioFrame audio) {
        message.setBody(audio.pcm().clone());
        message.setHeader(AcsCallConstants.SILENT, audio.silent());
        participant(message, audio.participantRawId());
        OffsetDateTime time = audio.timestamp();
        if (time != null) {
            message.setHeader(AcsCallConstants.FRAME_TIME, time);
            message.setHeader(Exchange.MESSAGE_TIMESTAMP, time.toInstant().toEpochMilli());
        }
    }

    private static void participant(Message message, String rawId) {
        if (rawId != null && !rawId.isBlank()) {
            message.setHeader(AcsCallConstants.PARTICIPANT, Participant.ofRawId(rawId).notation());
        }
    }

    /** The service may send the key itself or the name that it has in events. */
    private static String key(String data) {
        return data.length() == 1 ? data : Tones.key(data);
    }
}
