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
package io.acscall.camel.stream;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a frame of a stream is about, in the words of the option {@code kinds} and of the header
 * {@code CamelAcsCallStreamKind}.
 */
public enum StreamKind {
    /** the first frame, which says what follows */
    metadata,
    /** a piece of audio */
    audio,
    /** a key that was pressed */
    dtmf,
    /** what was said, as text */
    transcription,
    /** the stream has ended; made by the component */
    end;

    /**
     * Reads a list of kinds.
     *
     * @param  list                     kinds with commas between them, case ignored; {@code null} or blank for all
     * @return                          the kinds, at least one
     * @throws IllegalArgumentException for an unknown word; the message lists the known ones
     */
    public static Set<StreamKind> list(String list) {
        if (list == null || list.isBlank()) {
            return Collections.unmodifiableSet(EnumSet.allOf(StreamKind.class));
        }
        return Collections.unmodifiableSet(Arrays.stream(list.split(",")).map(StreamKind::one)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(StreamKind.class))));
    }

    private static StreamKind one(String word) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(word.strip().toLowerCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Option 'kinds' has the unknown word '" + word.strip() + "'. It takes: " + words()
                                                                + ". Example: kinds=audio,dtmf"));
    }

    private static String words() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
