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

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.people.Input;

/** What everybody on the line says, frame by frame. Guarded by the lock of the call. */
final class Voices {

    private final StreamTies ties;
    private final StreamPace pace;
    private final Map<Identifier, Voice> voices = new LinkedHashMap<>();
    private List<StreamTies.Speaker> speakers = List.of();

    Voices(StreamTies ties, StreamPace pace) {
        this.ties = ties;
        this.pace = pace;
    }

    /**
     * Somebody does something.
     *
     * @param lasting how long it takes; null for what follows from its length
     * @param heard   whether a stream is on; else it is only remembered that the script has been used
     */
    void does(Identifier person, Input input, Duration lasting, boolean heard) {
        Voice voice = voices.computeIfAbsent(person, one -> new Voice(pace.speechRate(), pace.pauseFrames()));
        if (voice.isNews(input, ties.script(person)) && heard) {
            voice.does(input, lasting);
        }
    }

    /**
     * The next frame begins.
     *
     * @param listening whether people hear the application now
     */
    void next(boolean listening) {
        speakers = ties.speakers();
        voices.keySet().retainAll(speakers.stream().map(StreamTies.Speaker::person).toList());
        for (StreamTies.Speaker speaker : speakers) {
            voices.computeIfAbsent(speaker.person(), one -> new Voice(pace.speechRate(), pace.pauseFrames()))
                    .next(ties.script(speaker.person()), listening);
        }
    }

    /** Who is on the line, and whether a voice is to be heard. */
    Map<Identifier, Boolean> heard() {
        Map<Identifier, Boolean> heard = new LinkedHashMap<>();
        for (StreamTies.Speaker speaker : speakers) {
            Utterance current = voices.get(speaker.person()).current();
            heard.put(speaker.person(), speaker.audible() && current != null && current.voiced());
        }
        return heard;
    }

    /** Those who do something that others hear. */
    Map<Identifier, Voice> busy() {
        Map<Identifier, Voice> busy = new LinkedHashMap<>();
        for (StreamTies.Speaker speaker : speakers) {
            Voice voice = voices.get(speaker.person());
            if (speaker.audible() && voice.current() != null) {
                busy.put(speaker.person(), voice);
            }
        }
        return busy;
    }
}
