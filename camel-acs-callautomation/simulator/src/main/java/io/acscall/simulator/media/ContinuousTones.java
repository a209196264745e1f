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
package io.acscall.simulator.media;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.people.Input;
import io.acscall.simulator.people.Tone;

/**
 * The people whose keys an application hears all the time (continuous DTMF recognition), beside what else goes on.
 * Guarded by the lock of the call.
 */
public final class ContinuousTones {

    private final Map<Identifier, Subscription> subscriptions = new LinkedHashMap<>();

    /** Who hears of the keys of one person. */
    public interface Listener {

        /**
         * A key was pressed.
         *
         * @param sequence counts the keys of this person, from 1
         */
        void pressed(Tone tone, int sequence);

        /** The call is over, so no more will be heard. */
        void ended();
    }

    /**
     * Hears the keys of a person from now on; replaces whoever heard them before, and counts anew.
     *
     * @param present who is on the line; the others are forgotten
     */
    public void start(Identifier person, Collection<Identifier> present, Listener listener) {
        subscriptions.keySet().retainAll(present);
        subscriptions.put(person, new Subscription(listener));
    }

    /** Hears the keys of a person no more. */
    public void stop(Identifier person) {
        subscriptions.remove(person);
    }

    /** A person does something. */
    public void hear(Identifier person, Input input) {
        Subscription subscription = subscriptions.get(person);
        if (subscription != null && input.isOne(Input.Kind.TONES)) {
            input.tones().forEach(subscription::pressed);
        }
    }

    /** The call is over for this application. */
    public void end() {
        subscriptions.values().forEach(subscription -> subscription.listener.ended());
        subscriptions.clear();
    }

    private static final class Subscription {

        private final Listener listener;
        private int sequence;

        Subscription(Listener listener) {
            this.listener = listener;
        }

        void pressed(Tone tone) {
            listener.pressed(tone, ++sequence);
        }
    }
}
