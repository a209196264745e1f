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
package io.acscall.simulator.fault;

import java.util.SplittableRandom;

/**
 * Chance that can be repeated although many calls go on at once: what falls depends on the seed and on what it is about
 * (say, the third event of the first call), not on what else has been thrown before.
 */
final class Dice {

    private static final long ODD = 0x9E37_79B9_7F4A_7C15L;

    private final long seed;

    Dice(long seed) {
        this.seed = seed;
    }

    long seed() {
        return seed;
    }

    /**
     * Dice for one thing.
     *
     * @param about  what sort of thing
     * @param first  its number
     * @param second its number within the first
     */
    SplittableRandom about(String about, long first, long second) {
        return new SplittableRandom(mix(mix(mix(seed + ODD) ^ about.hashCode()) + first * ODD) + second);
    }

    /** Spreads every bit over all others. */
    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ mixed >>> 31;
    }
}
