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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.acscall.simulator.identity.Identifier;

/**
 * Who is in which channel of a file. People who were promised a channel get it, others the first that nobody has; when
 * there are no more channels they share the last one.
 */
final class ChannelPlan {

    private static final int MOST = 5;
    private static final int STEREO = 2;

    private final Map<Identifier, Integer> channels;
    private final int count;

    private ChannelPlan(Map<Identifier, Integer> channels, int count) {
        this.channels = channels;
        this.count = count;
    }

    static ChannelPlan of(RecordingPlan plan, List<Identifier> voices) {
        Map<Identifier, Integer> channels = new LinkedHashMap<>();
        if (plan.form().channel() == RecordingForm.Channel.MIXED) {
            voices.forEach(voice -> channels.put(voice, 0));
            return new ChannelPlan(channels, 1);
        }
        voices.stream().filter(plan.channels()::containsKey).forEach(voice -> channels.put(voice, plan.channels().get(voice)));
        for (Identifier voice : voices) {
            channels.computeIfAbsent(voice, none -> firstFree(plan, channels));
        }
        int last = channels.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return new ChannelPlan(channels, Math.max(STEREO, last + 1));
    }

    private static int firstFree(RecordingPlan plan, Map<Identifier, Integer> channels) {
        int next = 0;
        while (next < MOST - 1 && (channels.containsValue(next) || plan.channels().containsValue(next))) {
            next++;
        }
        return next;
    }

    /** How many channels the file has. */
    int count() {
        return count;
    }

    int of(Identifier voice) {
        return channels.get(voice);
    }
}
