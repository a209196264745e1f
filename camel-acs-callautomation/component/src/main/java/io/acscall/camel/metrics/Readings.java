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
package io.acscall.camel.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The numbers of a component that can be read, and whoever shows them. Not more than there are parts of the component.
 */
public final class Readings {

    private final List<Reading> readings = new ArrayList<>();
    private final List<Consumer<Reading>> viewers = new ArrayList<>();

    /** No numbers yet. */
    public Readings() {
    }

    /**
     * Adds a number, which every viewer gets.
     *
     * @param reading the number
     */
    public synchronized void add(Reading reading) {
        readings.add(Objects.requireNonNull(reading, "reading"));
        viewers.forEach(viewer -> viewer.accept(reading));
    }

    /**
     * Gives a viewer all numbers, those that are there and those to come.
     *
     * @param viewer shows numbers; one that is there already gets nothing
     */
    public synchronized void show(Consumer<Reading> viewer) {
        if (!viewers.contains(Objects.requireNonNull(viewer, "viewer"))) {
            viewers.add(viewer);
            readings.forEach(viewer);
        }
    }

    /**
     * Takes a viewer away.
     *
     * @param viewer gets nothing more
     */
    public synchronized void hide(Consumer<Reading> viewer) {
        viewers.remove(viewer);
    }

    /** {@return the numbers of now} */
    public synchronized List<Reading> all() {
        return List.copyOf(readings);
    }
}
