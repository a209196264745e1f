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
package io.acscall.simulator.people;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.acscall.simulator.identity.Identifier;

/**
 * The scripts of all people, by raw id; whoever has none behaves like {@link Script#DEFAULT}. Bounded: the person
 * scripted longest ago is forgotten first.
 */
public final class People {

    private static final int CAPACITY = 20_000;

    private final Map<String, Script> scripts = new LinkedHashMap<>();
    private Cast cast = Cast.NONE;

    /** The script of a person; never null. */
    public synchronized Script script(Identifier person) {
        Script script = scripts.get(person.rawId());
        if (script == null) {
            script = cast.play(person).orElse(null);
            keep(person, script);
        }
        return script == null ? Script.DEFAULT : script;
    }

    /** Has people out of a recording come into the next call; null for no such people any more. */
    public synchronized void cast(Cast newCast) {
        cast = newCast == null ? Cast.NONE : newCast;
    }

    /** Whether somebody has said how this person behaves. */
    public synchronized boolean scripted(Identifier person) {
        return scripts.containsKey(person.rawId());
    }

    /** Changes the script of a person in one step; calls under way keep what they began with. */
    public synchronized Script change(Identifier person, UnaryOperator<Script> change) {
        Script changed = change.apply(script(person));
        keep(person, changed);
        return changed;
    }

    private void keep(Identifier person, Script script) {
        if (script != null) {
            scripts.remove(person.rawId());
            scripts.put(person.rawId(), script);
        }
        if (scripts.size() > CAPACITY) {
            scripts.remove(scripts.keySet().iterator().next());
        }
    }

    /**
     * Scripts by raw id, the one that was changed last first.
     *
     * @param limit how many at most
     */
    public synchronized Map<String, Script> newest(int limit) {
        List<Map.Entry<String, Script>> all = new ArrayList<>(scripts.entrySet());
        Collections.reverse(all);
        Map<String, Script> newest = new LinkedHashMap<>();
        all.stream().limit(limit).forEach(entry -> newest.put(entry.getKey(), entry.getValue()));
        return newest;
    }

    /** Forgets the script of a person, who behaves like everybody else from then on. */
    public synchronized void forget(Identifier person) {
        scripts.remove(person.rawId());
    }

    /** Forgets all scripts. */
    public synchronized void clear() {
        scripts.clear();
        cast = Cast.NONE;
    }
}
