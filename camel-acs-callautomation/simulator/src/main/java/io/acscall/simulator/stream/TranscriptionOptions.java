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

import java.net.URI;

/**
 * The {@code transcriptionOptions} of an application.
 *
 * @param transportUrl where the service connects to; null when it was not said
 * @param locale       the language
 * @param speechModel  id of a speech model, or null
 * @param start        whether it begins with the call
 * @param intermediate whether there are results before somebody has finished speaking
 */
public record TranscriptionOptions(URI transportUrl, String locale, String speechModel, boolean start, boolean intermediate) {

    /**
     * As this one, in another language or with another model.
     *
     * @param newLocale null for the same
     * @param newModel  null for the same
     */
    TranscriptionOptions with(String newLocale, String newModel) {
        return new TranscriptionOptions(
                transportUrl, newLocale == null ? locale : newLocale, newModel == null ? speechModel : newModel, start,
                intermediate);
    }
}
