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
package io.acscall.camel;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * The keys that came last, for Camel's repository of keys in memory, which guards it: at least so many of them, at most
 * twice as many. Of a key 64 bits are kept, in tables of numbers: objects that live as long as these cost the garbage
 * collector more than all else that is done for an event. Two different ones are taken for the same once in
 * 10<sup>14</sup> keys.
 */
final class NewestKeys extends AbstractMap<String, Object> {

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final int most;
    /** Made when they are needed: an application without events has none. */
    private Table newer;
    private Table older;

    NewestKeys(int most) {
        this.most = most;
    }

    @Override
    public boolean containsKey(Object key) {
        long print = print(key);
        return newer != null && newer.contains(print) || older != null && older.contains(print);
    }

    @Override
    public Object put(String key, Object value) {
        if (newer == null || newer.used == most) {
            Table oldest = older == null ? new Table(most) : older;
            oldest.clear();
            older = newer;
            newer = oldest;
        }
        newer.add(print(key));
        return null;
    }

    @Override
    public Object remove(Object key) {
        long print = print(key);
        boolean removed = newer != null && newer.remove(print);
        removed |= older != null && older.remove(print);
        return removed ? key : null;
    }

    @Override
    public void clear() {
        newer = null;
        older = null;
    }

    @Override
    public int size() {
        return (newer == null ? 0 : newer.kept) + (older == null ? 0 : older.kept);
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        throw new UnsupportedOperationException("The keys themselves are not kept");
    }

    private static long print(Object key) {
        String text = (String) key;
        long print = text.length();
        for (int index = 0; index < text.length(); index++) {
            print = (print ^ print >>> Integer.SIZE ^ text.charAt(index)) * FACTOR;
        }
        print ^= print >>> Integer.SIZE;
        // the smallest ones say what is in a place
        return print == Table.FREE || print == Table.GONE ? FACTOR : print;
    }

    /** Numbers by open addressing; never more than half full. */
    private static final class Table {

        private static final long FREE = 0;
        private static final long GONE = 1;

        private final long[] places;
        private int used;
        private int kept;

        private Table(int most) {
            places = new long[2 * Integer.highestOneBit(2 * most - 1)];
        }

        /** The place of a number, or the free one where it would be. */
        private int place(long number) {
            int place = (int) number & places.length - 1;
            while (places[place] != FREE && places[place] != number) {
                place = place + 1 & places.length - 1;
            }
            return place;
        }

        boolean contains(long number) {
            return places[place(number)] == number;
        }

        void add(long number) {
            places[place(number)] = number;
            used++;
            kept++;
        }

        boolean remove(long number) {
            int place = place(number);
            if (places[place] != number) {
                return false;
            }
            places[place] = GONE;
            kept--;
            return true;
        }

        void clear() {
            Arrays.fill(places, FREE);
            used = 0;
            kept = 0;
        }
    }
}
