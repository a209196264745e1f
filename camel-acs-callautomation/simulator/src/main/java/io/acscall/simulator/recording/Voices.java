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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.acscall.simulator.identity.Identifier;

/** What people sound like on a tape: each as a tone of their own. */
final class Voices {

    private static final int LOWEST = 300;
    private static final int STEP = 100;
    /** So many are different from each other; enough for what anybody can tell apart. */
    private static final int MOST = 60;
    private static final int[] NOBODY = {};

    private final short[][] waves;
    /** By span and channel: who is heard. */
    private final int[][][] heard;

    Voices(Tape tape, ChannelPlan plan) {
        List<Identifier> all = tape.voices();
        waves = new short[Math.min(all.size(), MOST)][];
        for (int i = 0; i < waves.length; i++) {
            waves[i] = wave(LOWEST + STEP * i);
        }
        heard = tape.spans().stream().map(span -> heard(span, all, plan)).toArray(int[][][]::new);
    }

    /** A sample of one channel. */
    short sample(int span, int channel, int frame) {
        int[] here = heard[span][channel];
        int sum = 0;
        for (int voice : here) {
            sum += waves[voice][frame % WavFile.SAMPLE_RATE];
        }
        return (short) (here.length == 0 ? 0 : sum / here.length);
    }

    private static int[][] heard(Tape.Span span, List<Identifier> all, ChannelPlan plan) {
        List<List<Integer>> byChannel = new ArrayList<>();
        for (int channel = 0; channel < plan.count(); channel++) {
            byChannel.add(new ArrayList<>());
        }
        for (int i = 0; i < all.size(); i++) {
            if (span.voices().contains(all.get(i))) {
                byChannel.get(plan.of(all.get(i))).add(i % MOST);
            }
        }
        return byChannel.stream()
                .map(one -> one.isEmpty() ? NOBODY : one.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** A second of a tone, which fits to itself because the frequency is a whole number. */
    private static short[] wave(int frequency) {
        double[] phases = new double[WavFile.SAMPLE_RATE];
        Arrays.setAll(phases, i -> 2 * Math.PI * frequency * i / WavFile.SAMPLE_RATE);
        short[] wave = new short[phases.length];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = (short) (Short.MAX_VALUE / 2 * Math.sin(phases[i]));
        }
        return wave;
    }
}
