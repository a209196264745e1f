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

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import io.acscall.camel.client.Masking;

/**
 * One value that an action takes: its name in the URI, its header, how it is read, and an example for the error
 * message.
 *
 * @param name      the option of the URI
 * @param header    the header that gives the value when the URI does not
 * @param component the option of the component that gives the value when neither does; {@code null} when none does
 * @param reader    makes the value of whatever the URI, a header or the component holds
 * @param example   a good value
 * @param privacy   whether a bad value may be shown in an error message
 * @param <T>       the type that the action works with
 */
public record Option<T>(String name, String header, String component, OptionReader<T> reader, String example, Privacy privacy) {

    /** What an error message may show of a value. */
    public enum Privacy {
        /** as it is */
        OPEN,
        /** first and last characters */
        MASKED,
        /** an address without what may give access: query and user */
        ADDRESS,
        /** nothing */
        SECRET
    }

    private static final String HEADER_PREFIX = "CamelAcsCall";
    private static final Pattern ACCESS_IN_ADDRESS = Pattern.compile("(?<=//)[^/?#]*@|[?#].*", Pattern.DOTALL);

    public Option {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(reader, "reader");
        Objects.requireNonNull(example, "example");
    }

    static <T> Option<T> of(String name, OptionReader<T> reader, String example) {
        return new Option<>(name, headerOf(name), null, reader, example, Privacy.OPEN);
    }

    Option<T> masked() {
        return new Option<>(name, header, component, reader, example, Privacy.MASKED);
    }

    Option<T> address() {
        return new Option<>(name, header, component, reader, example, Privacy.ADDRESS);
    }

    Option<T> secret() {
        return new Option<>(name, header, component, reader, example, Privacy.SECRET);
    }

    Option<T> named(String other) {
        return new Option<>(other, header, component, reader, example, privacy);
    }

    Option<T> withHeader(String other) {
        return new Option<>(name, other, component, reader, example, privacy);
    }

    Option<T> orOfTheComponent(String other) {
        return new Option<>(name, header, other, reader, example, privacy);
    }

    /** The header of an option: the prefix and the name with a capital. */
    static String headerOf(String option) {
        return HEADER_PREFIX + option.substring(0, 1).toUpperCase(Locale.ROOT) + option.substring(1);
    }

    /**
     * Reads a raw value.
     *
     * @param  action                the action, for the message
     * @param  raw                   what the URI, a header or the component holds; not {@code null}
     * @return                       the value
     * @throws InvalidInputException when it has the wrong form
     */
    public T read(String action, Object raw) {
        try {
            return reader.read(raw);
        } catch (IllegalArgumentException e) {
            throw InvalidInputException.wrong(action, this, raw, e);
        }
    }

    String shown(Object raw) {
        return switch (privacy) {
            case OPEN -> String.valueOf(raw);
            case MASKED -> Masking.number(String.valueOf(raw));
            case ADDRESS -> ACCESS_IN_ADDRESS.matcher(String.valueOf(raw)).replaceAll("***");
            case SECRET -> "(not shown)";
        };
    }

    /** Of the name alone: enough for sets of an action's options, and there when the component starts without more. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    static Set<Option<?>> setOf(Option<?>... options) {
        Set<Option<?>> all = new LinkedHashSet<>();
        Collections.addAll(all, options);
        return Collections.unmodifiableSet(all);
    }
}
