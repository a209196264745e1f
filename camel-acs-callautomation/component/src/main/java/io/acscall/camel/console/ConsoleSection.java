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
package io.acscall.camel.console;

import java.util.Map;

/**
 * A part of the dev console that somebody else fills.
 */
public interface ConsoleSection {

    /** {@return its name, a word} */
    String name();

    /**
     * What it shows. Numbers of people, tones and speech must be masked.
     *
     * @param  options what was asked for, such as {@code callConnectionId}; may be empty
     * @return         maps, lists, text, numbers and booleans
     */
    Map<String, Object> content(Map<String, Object> options);
}
