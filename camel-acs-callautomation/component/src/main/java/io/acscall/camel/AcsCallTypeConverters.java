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

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acscall.camel.client.JsonForm;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.SdkEvents;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.spi.TypeConverterRegistry;

/**
 * Turns events and results into maps, JSON trees and JSON text, with all that the service sent, and events into those
 * of the official SDK.
 */
@Converter(generateLoader = true)
public final class AcsCallTypeConverters {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SDK_EVENTS = "com.azure.communication.callautomation.models.events.";

    private AcsCallTypeConverters() {
    }

    /** An event in the form of CloudEvents. */
    @Converter
    public static JsonNode toJsonNode(CallEvent event) {
        return event.toJson();
    }

    /** An event in the form of CloudEvents. */
    @Converter
    public static Map<String, Object> toMap(CallEvent event) {
        return map(event.toJson());
    }

    /** An event in the form of CloudEvents. */
    @Converter
    public static String toJsonText(CallEvent event) {
        return event.toJson().toString();
    }

    /** An event in the form of CloudEvents, UTF-8. */
    @Converter
    public static InputStream toJsonStream(CallEvent event) {
        return stream(event.toJson());
    }

    /** An event in the form of CloudEvents, UTF-8. */
    @Converter
    public static byte[] toJsonBytes(CallEvent event) {
        return bytes(event.toJson());
    }

    /** A result as the service wrote it. */
    @Converter
    public static JsonNode toJsonNode(JsonForm result) {
        return result.toJson();
    }

    /** A result as the service wrote it. */
    @Converter
    public static Map<String, Object> toMap(JsonForm result) {
        return map(result.toJson());
    }

    /** A result as the service wrote it. */
    @Converter
    public static String toJsonText(JsonForm result) {
        return result.toJson().toString();
    }

    /** A result as the service wrote it, UTF-8. */
    @Converter
    public static InputStream toJsonStream(JsonForm result) {
        return stream(result.toJson());
    }

    /** A result as the service wrote it, UTF-8. */
    @Converter
    public static byte[] toJsonBytes(JsonForm result) {
        return bytes(result.toJson());
    }

    /**
     * A callback event as the official SDK types it.
     *
     * @return {@code null} for other values and types, and where the SDK on the class path does not know the type
     */
    @Converter(fallback = true)
    public static <T> T toSdkEvent(Class<T> type, Exchange exchange, Object value, TypeConverterRegistry registry) {
        if (!(value instanceof CallEvent event) || !type.getName().startsWith(SDK_EVENTS)) {
            return null;
        }
        return SdkEvents.convert(event).filter(type::isInstance).map(type::cast).orElse(null);
    }

    private static Map<String, Object> map(JsonNode json) {
        return JSON.convertValue(json, new TypeReference<>() {
        });
    }

    private static InputStream stream(JsonNode json) {
        return new ByteArrayInputStream(bytes(json));
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
