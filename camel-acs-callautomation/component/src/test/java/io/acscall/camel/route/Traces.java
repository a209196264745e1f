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
package io.acscall.camel.route;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;

import static org.awaitility.Awaitility.await;

/**
 * Tracing with OpenTelemetry as an application has it, and what it has written.
 */
public final class Traces implements AutoCloseable {

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final SdkTracerProvider provider
            = SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exporter)).build();

    /** Gives Camel what it traces with. */
    public void bindTo(BiConsumer<String, Object> registry) {
        registry.accept("tracer", provider.get("test"));
        registry.accept("propagators", ContextPropagators.create(W3CTraceContextPropagator.getInstance()));
    }

    /** To be added before the routes, so that it watches over them. */
    public RouteBuilder tracing() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                CamelContext context = getContext();
                bindTo(context.getRegistry()::bind);
                OpenTelemetryTracer tracer = new OpenTelemetryTracer();
                tracer.setCamelContext(context);
                tracer.init(context);
            }
        };
    }

    /** All that has ended. */
    public List<SpanData> spans() {
        return exporter.getFinishedSpanItems();
    }

    /** The first span of a name that has an attribute, as soon as it has ended. */
    public SpanData span(String name, String attribute, String value) {
        return span(name, Map.of(attribute, value));
    }

    /** The first span of a name that has these attributes, as soon as it has ended. */
    public SpanData span(String name, Map<String, String> attributes) {
        return await().atMost(20, TimeUnit.SECONDS).until(() -> spans().stream().filter(span -> span.getName().equals(name))
                .filter(span -> attributes.entrySet().stream()
                        .allMatch(wanted -> wanted.getValue().equals(attribute(span, wanted.getKey()))))
                .findFirst().orElse(null), Objects::nonNull);
    }

    /** An attribute of a span, {@code null} where it has none of that name. */
    public static String attribute(SpanData span, String name) {
        return span.getAttributes().get(AttributeKey.stringKey(name));
    }

    @Override
    public void close() {
        provider.close();
    }
}
