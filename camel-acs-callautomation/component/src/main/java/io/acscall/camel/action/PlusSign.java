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
package io.acscall.camel.action;

import java.util.regex.Pattern;

/**
 * Puts back the <code>+</code> of phone numbers. Camel reads an unescaped <code>+</code> of a URI as a blank in every
 * DSL but {@code RAW()}; in front of the digits of a number only a plus sign can have stood. Digits with a colon begin
 * a raw id.
 */
public final class PlusSign {

    private static final Pattern LOST = Pattern.compile("(^|[,:])(\\s*)\\s(?=\\d(?!\\d{0,2}:))");

    private PlusSign() {
    }

    /**
     * The text with the plus signs that were lost.
     *
     * @param  text one number or raw id, or several separated by commas; {@code null} gives {@code null}
     * @return      the text as it was meant
     */
    public static String restore(String text) {
        return text == null ? null : LOST.matcher(text).replaceAll("$1$2+");
    }
}
