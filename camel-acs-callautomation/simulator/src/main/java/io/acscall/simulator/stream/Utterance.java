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
import java.util.ArrayList;
import java.util.List;

import io.acscall.simulator.people.Input;
import io.acscall.simulator.people.Tone;

/**
 * Something that a person says or presses, and how long that takes, in frames of audio.
 *
 * @param words  in order, spread over the time by their length; empty for keys, and for what nobody can understand
 * @param keys   in order, one after the other; empty for words
 * @param frames how long it takes; at least one
 */
record Utterance(List<Word> words, List<Tone> keys, int frames) {

    private static final int FRAMES_PER_SECOND = 1000 / AudioFormat.FRAME_MILLIS;
    private static final int LEAST_FRAMES = 10;
    private static final int FRAMES_PER_KEY = 5;

    /**
     * A word.
     *
     * @param text     as it is written
     * @param offset   when it begins, in ticks of 100 ns since the utterance began
     * @param duration in ticks
     */
    record Word(String text, long offset, long duration) {
    }

    /**
     * @param input   not silence
     * @param rate    characters spoken per second
     * @param lasting how long it takes; null for what follows from its length, a fifth of a second at least
     */
    static Utterance of(Input input, int rate, Duration lasting) {
        if (input.isOne(Input.Kind.TONES)) {
            List<Tone> keys = input.tones();
            return new Utterance(List.of(), keys, Math.max(1, keys.size() * FRAMES_PER_KEY));
        }
        int natural = Math.max(LEAST_FRAMES, (int) Math.ceil((double) input.text().length() * FRAMES_PER_SECOND / rate));
        int frames = lasting == null ? natural : (int) Math.max(1, lasting.toMillis() / AudioFormat.FRAME_MILLIS);
        return new Utterance(words(input.text(), frames * Ticks.PER_FRAME), List.of(), frames);
    }

    private static List<Word> words(String text, long ticks) {
        List<Word> words = new ArrayList<>();
        if (!text.isBlank()) {
            String[] all = text.strip().split("\\s+");
            long characters = text.strip().replaceAll("\\s+", " ").length();
            long before = 0;
            for (String word : all) {
                long begins = before * ticks / characters;
                words.add(new Word(word, begins, (before + word.length()) * ticks / characters - begins));
                before += word.length() + 1L;
            }
        }
        return words;
    }

    /** The key that is pressed in a frame, or null. */
    Tone keyAt(int frame) {
        return frame % FRAMES_PER_KEY == 0 && frame / FRAMES_PER_KEY < keys.size() ? keys.get(frame / FRAMES_PER_KEY) : null;
    }

    /** The words that are over at the end of a frame. */
    List<Word> wordsAt(int frame) {
        long end = (frame + 1) * Ticks.PER_FRAME;
        return words.stream().takeWhile(word -> word.offset() + word.duration() <= end).toList();
    }

    /** Whether this frame is the last. */
    boolean endsAt(int frame) {
        return frame + 1 >= frames;
    }

    /** Whether a voice is to be heard. */
    boolean voiced() {
        return keys.isEmpty();
    }
}
