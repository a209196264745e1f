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
package io.acscall.camel.event;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SdkEventsTest {

    @Test
    void theSdkTypesWhatItKnowsAndNothingElse() {
        for (JsonNode row : (Iterable<JsonNode>) EventTable.callbacks()::iterator) {
            CallEvent event = read(row.get("event"));
            var converted = SdkEvents.convert(event);
            assertThat(converted.isPresent()).as(row.get("name").asText()).isEqualTo(row.get("sdk").asBoolean());
            converted.ifPresent(typed -> {
                assertThat(typed.getClass().getSimpleName()).isEqualTo(row.get("name").asText());
                assertThat(typed).hasFieldOrPropertyWithValue("callConnectionId", event.callConnectionId());
            });
        }
        EventTable.eventGrid().forEach(row -> assertThat(SdkEvents.convert(read(row.get("cloudEvents")))).isEmpty());
    }

    @Test
    void aPayloadThatTheSdkCannotReadIsRefusedWithoutShowingIt() {
        CallEvent event = new CallEvent(
                "1", "Microsoft.Communication.ParticipantsUpdated", "s", null, null, "c", null, null, null, null,
                Map.of("participants", "+16045550123"), EventKind.CALLBACK);
        assertThatIllegalArgumentException().isThrownBy(() -> SdkEvents.convert(event))
                .withMessageContaining("ParticipantsUpdated").withMessageNotContaining("6045550123").withNoCause();
    }

    @Test
    void withoutTheSdkNoTypeIsKnownAndNothingFails() throws Exception {
        CallEvent event = read(EventTable.callbacks().findFirst().orElseThrow().get("event"));
        Method convert = new WithoutSdk().loadClass(SdkEvents.class.getName()).getMethod("convert", CallEvent.class);
        assertThat(convert.invoke(null, event)).isEqualTo(Optional.empty());
    }

    private static CallEvent read(JsonNode wire) {
        try {
            return new EventReader().read(EventTable.bytes(wire), null).events().get(0);
        } catch (NotAnEventException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A class path on which everything is but the SDK. */
    private static final class WithoutSdk extends ClassLoader {

        WithoutSdk() {
            super(SdkEvents.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.azure.communication.callautomation.")) {
                throw new ClassNotFoundException(name);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null && name.startsWith(SdkEvents.class.getName()) ? define(name)
                    : loaded == null ? super.loadClass(name, resolve) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream bytes = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] code = bytes.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
