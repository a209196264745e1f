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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NewestKeysTest {

    private static final int MOST = 100;

    private final NewestKeys keys = new NewestKeys(MOST);
    private final IdempotentRepository repository = MemoryIdempotentRepository.memoryIdempotentRepository(keys);

    @Test
    void aKeyIsNewOnce() {
        assertThat(repository.contains("webhook:a")).isFalse();
        assertThat(repository.add("webhook:a")).isTrue();
        assertThat(repository.add("webhook:a")).isFalse();
        assertThat(repository.add("dispatch:a")).isTrue();
        assertThat(repository.contains("webhook:a")).isTrue();
        assertThat(keys).hasSize(2);
    }

    @Test
    void aKeyThatIsRemovedIsNewAgain() {
        repository.add("a");
        assertThat(repository.remove("a")).isTrue();
        assertThat(repository.remove("a")).isFalse();
        assertThat(repository.contains("a")).isFalse();
        assertThat(repository.add("a")).isTrue();
        repository.clear();
        assertThat(repository.contains("a")).isFalse();
        assertThat(keys.size()).isZero();
    }

    @Test
    void atLeastSoManyAreRememberedAndAtMostTwiceAsMany() {
        for (int key = 0; key < 20 * MOST; key++) {
            assertThat(repository.add("key" + key)).isTrue();
            int newest = key;
            assertThat(IntStream.rangeClosed(Math.max(0, newest - MOST + 1), newest))
                    .allMatch(one -> repository.contains("key" + one));
            assertThat(keys.size()).isLessThanOrEqualTo(2 * MOST);
        }
        assertThat(repository.contains("key0")).isFalse();
    }

    @Test
    void whatHappensByChanceIsWhatASetWouldDo() {
        Random random = new Random(4);
        NewestKeys many = new NewestKeys(1_000);
        IdempotentRepository large = MemoryIdempotentRepository.memoryIdempotentRepository(many);
        Set<String> set = new LinkedHashSet<>();
        for (int step = 0; step < 1_000; step++) {
            String key = Sha256.text(String.valueOf(random.nextInt(300)));
            if (random.nextInt(3) == 0) {
                assertThat(large.remove(key)).isEqualTo(set.remove(key));
            } else {
                assertThat(large.add(key)).isEqualTo(set.add(key));
            }
            assertThat(many.size()).isEqualTo(set.size());
        }
    }

    @Test
    void thousandsOfKeysThatAreAlikeAreToldApart() {
        NewestKeys many = new NewestKeys(200_000);
        for (String stage : List.of("webhook", "dispatch")) {
            for (int key = 0; key < 90_000; key++) {
                String text = stage + ":" + key;
                assertThat(many.containsKey(text)).isFalse();
                many.put(text, text);
            }
        }
        assertThat(many.size()).isEqualTo(180_000);
    }

    @Test
    void theKeysThemselvesAreNotThere() {
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(keys::entrySet);
    }
}
