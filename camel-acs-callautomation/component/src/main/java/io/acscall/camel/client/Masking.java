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
package io.acscall.camel.client;

import java.util.regex.Pattern;

/**
 * Hides most of a phone number or id for logs and messages: enough is left to recognise it, not to call it.
 */
public final class Masking {

    private static final Pattern NUMBER_IN_TEXT = Pattern.compile("\\+[0-9]{6,15}");

    private static final int SHOWN = 2;
    private static final int SHORT = 6;
    private static final int LONGEST_KIND = 3;

    private Masking() {
    }

    /**
     * A text with the phone numbers in it masked.
     *
     * @param text may be {@code null}
     */
    public static String inText(String text) {
        return text == null ? null : NUMBER_IN_TEXT.matcher(text).replaceAll(found -> number(found.group()));
    }

    /**
     * The masked form.
     *
     * @param  value a number, raw id or other personal text; {@code null} gives {@code null}
     * @return       the first and last characters with asterisks between, only asterisks for a short value
     */
    public static String number(String value) {
        if (value == null) {
            return null;
        }
        if (value.length() <= SHORT) {
            return "*".repeat(value.length());
        }
        int start = Math.min(kind(value) + SHOWN, value.length() / 2);
        return value.substring(0, start) + "***" + value.substring(value.length() - SHOWN);
    }

    /**
     * The length of what says the kind of a raw id, as in {@code 8:acs:…}; a colon further behind belongs to other
     * text.
     */
    private static int kind(String value) {
        int colon = value.indexOf(':');
        return colon <= LONGEST_KIND ? colon + 1 : 0;
    }
}
