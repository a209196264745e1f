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

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.acscall.camel.stream.CallStream;
import io.acscall.camel.stream.OpenStreams;
import io.acscall.camel.webhook.RequestAuthenticator;
import org.apache.camel.CamelContext;

/**
 * The paths of a component on which the WebSockets of the service come in, and the streams that are up.
 */
final class StreamPaths {

    private final AcsCallComponent component;
    private final Map<StreamSource, StreamPath> paths = new EnumMap<>(StreamSource.class);

    /**
     * @param authenticators makes what protects a path, which is named to it
     * @param streams        makes what keeps the streams of a source
     */
    StreamPaths(AcsCallComponent component, Function<String, RequestAuthenticator> authenticators,
                Function<StreamSource, OpenStreams> streams) {
        this.component = component;
        AcsCallConfiguration configuration = component.getConfiguration();
        for (StreamSource source : StreamSource.values()) {
            paths.put(source, new StreamPath(
                    component.getCamelContext(), configuration, source,
                    () -> authenticators.apply(source.path(configuration)), component.refusals(), streams.apply(source)));
        }
    }

    /** Opens the path of a source for one more consumer. */
    void open(StreamSource source, StreamConsumer consumer) {
        StreamPath path = paths.get(source);
        refuseShared(source, path);
        path.add(consumer);
        try {
            path.open();
        } catch (RuntimeException e) {
            path.remove(consumer);
            throw e;
        }
    }

    void close(StreamSource source, StreamConsumer consumer) {
        paths.get(source).remove(consumer);
        paths.get(source).close();
    }

    /** Opens the path of media streams for a producer, who needs them to be there. */
    void openForAudio() {
        refuseShared(StreamSource.MEDIA, paths.get(StreamSource.MEDIA));
        paths.get(StreamSource.MEDIA).open();
    }

    void closeForAudio() {
        paths.get(StreamSource.MEDIA).close();
    }

    /** The stream that audio can be sent into. */
    Optional<CallStream> find(String streamId, String callConnectionId) {
        return paths.get(StreamSource.MEDIA).streams().find(streamId, callConnectionId);
    }

    /** {@return how many streams of a source are up} */
    int size(StreamSource source) {
        return paths.get(source).streams().size();
    }

    /** Ends all streams, because the time to stop is nearly over. */
    void endAll() {
        paths.values().forEach(path -> path.streams().closeAll());
    }

    private Stream<StreamPath> open() {
        return paths.values().stream().filter(StreamPath::isOpen);
    }

    /** Two paths that are the same could not tell their streams apart. */
    private void refuseShared(StreamSource source, StreamPath path) {
        CamelContext context = component.getCamelContext();
        boolean shared = context.getComponentNames().stream().map(context::hasComponent)
                .filter(AcsCallComponent.class::isInstance).map(other -> ((AcsCallComponent) other).streams())
                .filter(Objects::nonNull).flatMap(StreamPaths::open)
                .anyMatch(other -> other != path && other.path().equals(path.path()));
        if (shared) {
            throw new IllegalArgumentException(
                    "The path %s is used for other streams already. Set the component option %s to another one, for example %s=/second%s"
                            .formatted(path.path(), source.option(), source.option(), path.path()));
        }
    }
}
