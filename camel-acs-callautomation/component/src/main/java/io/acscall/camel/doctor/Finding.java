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
package io.acscall.camel.doctor;

import java.util.Objects;

import io.acscall.camel.client.Masking;

/**
 * One thing that was found. Phone numbers in its texts are masked; secrets must not be in them.
 *
 * @param verdict what it means
 * @param about   what was looked at, one or two words
 * @param text    a sentence
 * @param mend    how to mend it, or how to prove it in another way; {@code null} where there is nothing to do
 */
public record Finding(Verdict verdict, String about, String text, String mend) {

    /** Masks phone numbers. */
    public Finding {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(about, "about");
        text = Masking.inText(Objects.requireNonNull(text, "text"));
        mend = Masking.inText(mend);
    }

    /** It works. */
    public static Finding ok(String about, String text) {
        return new Finding(Verdict.OK, about, text, null);
    }

    /** It works, but. */
    public static Finding doubt(String about, String text, String mend) {
        return new Finding(Verdict.DOUBT, about, text, mend);
    }

    /** It does not work. */
    public static Finding fault(String about, String text, String mend) {
        return new Finding(Verdict.FAULT, about, text, mend);
    }

    /** Nobody can tell from here. */
    public static Finding unproved(String about, String text, String mend) {
        return new Finding(Verdict.UNPROVED, about, text, mend);
    }
}
