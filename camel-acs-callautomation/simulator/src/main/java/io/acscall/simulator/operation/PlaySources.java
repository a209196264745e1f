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
package io.acscall.simulator.operation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.media.Prompt;
import io.acscall.simulator.rest.RequestBody;

/** Reads what is to be played: checks its form, and says how long it takes. */
public final class PlaySources {

    private static final long MILLIS = 1000;

    private final Duration fileTime;
    private final int charactersPerSecond;
    private final Map<String, Kind> kinds = Map.of("file", this::file, "text", this::text, "ssml", this::ssml);

    /** Checks one kind of source and says how long it takes. */
    @FunctionalInterface
    private interface Kind {
        Prompt.Part read(RequestBody source);
    }

    /**
     * @param fileTime            how long a file takes
     * @param charactersPerSecond how fast text is spoken
     */
    public PlaySources(Duration fileTime, int charactersPerSecond) {
        this.fileTime = fileTime;
        this.charactersPerSecond = charactersPerSecond;
    }

    /**
     * @param  cognitiveServices whether text can be spoken in this call
     * @return                   what is played, and how long it takes
     * @throws ServiceFault      400/8523 for a wrong form, 400/8567 for text that cannot be spoken
     */
    Prompt read(List<RequestBody> sources, boolean cognitiveServices) {
        List<Prompt.Part> parts = new ArrayList<>();
        boolean speaks = false;
        for (RequestBody source : sources) {
            String name = source.text("kind").toLowerCase(Locale.ROOT);
            Kind kind = kinds.get(name);
            if (kind == null) {
                throw source.wrong("kind", "it must be file, text or ssml.");
            }
            parts.add(kind.read(source));
            speaks |= !"file".equals(name);
        }
        if (speaks && !cognitiveServices) {
            throw CognitiveServices.notLinked("no text can be spoken");
        }
        return new Prompt(parts);
    }

    private Prompt.Part file(RequestBody source) {
        RequestBody file = source.object("file");
        String address = file.text("uri");
        file.optionalUri("uri");
        return new Prompt.Part(fileTime, address);
    }

    private Prompt.Part text(RequestBody source) {
        return spoken(source.object("text").text("text"));
    }

    private Prompt.Part ssml(RequestBody source) {
        return spoken(source.object("ssml").text("ssmlText").replaceAll("<[^>]*>", ""));
    }

    private Prompt.Part spoken(String words) {
        return new Prompt.Part(Duration.ofMillis(words.length() * MILLIS / charactersPerSecond), words);
    }
}
