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

/**
 * Makes a typed value of a raw one.
 *
 * @param <T> the type
 */
@FunctionalInterface
public interface OptionReader<T> {

    /**
     * Reads the value.
     *
     * @param  raw                      a text, a typed object of a header, or a list; not {@code null}
     * @return                          the value, not {@code null}
     * @throws IllegalArgumentException when the form is wrong; the message says in a few words how
     */
    T read(Object raw);
}
