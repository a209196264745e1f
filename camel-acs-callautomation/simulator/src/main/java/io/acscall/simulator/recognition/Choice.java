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
package io.acscall.simulator.recognition;

import java.util.List;

import io.acscall.simulator.people.Tone;

/**
 * One of the things that a person is asked to choose from.
 *
 * @param label   its name
 * @param phrases what is said to choose it, at least one
 * @param tone    the key that chooses it, or null
 */
public record Choice(String label, List<String> phrases, Tone tone) {

    public Choice {
        phrases = List.copyOf(phrases);
    }
}
