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

import io.acscall.camel.spi.EventClaim;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;

/**
 * Remembers events in a repository of Camel's, which knows nothing of who is at them.
 *
 * @param repository where
 * @param stage      the way in
 */
record RepositoryMemory(IdempotentRepository repository, String stage) implements EventMemory {

    /** Ours makes a number of each key itself. */
    @Override
    public String named(String text) {
        boolean ours = repository instanceof MemoryIdempotentRepository memory && memory.getCache() instanceof NewestKeys;
        return ours ? text : Sha256.text(text);
    }

    @Override
    public EventClaim claim(String key) {
        return repository.add(key) ? EventClaim.FIRST : EventClaim.DUPLICATE;
    }

    @Override
    public void keep(String key) {
        repository.confirm(key);
    }

    @Override
    public void release(String key) {
        repository.remove(key);
    }
}
