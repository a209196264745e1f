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
package io.acscall.camel.webhook;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.EventKind;
import io.acscall.camel.event.EventReader;
import io.acscall.camel.event.NotAnEventException;
import io.acscall.camel.event.ReadEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What both ways in do alike: size, authentication, content type, reading, handing over. Bad input is answered and
 * counted here; no exception gets further.
 */
abstract class EventDoor implements Door {

    private static final Logger LOG = LoggerFactory.getLogger(EventDoor.class);

    private final String name;
    private final EventKind kind;
    private final RequestAuthenticator authenticator;
    private final EventReader reader = new EventReader();
    private final EventSink sink;
    private final Acknowledgement acknowledgement;
    private final RefusalLog refusals;
    private final int maxBodySize;

    EventDoor(String name, EventKind kind, RequestAuthenticator authenticator, EventSink sink, Acknowledgement acknowledgement,
              RefusalCounts refusals, int maxBodySize) {
        this.name = name;
        this.kind = kind;
        this.authenticator = Objects.requireNonNull(authenticator, "authenticator");
        this.sink = Objects.requireNonNull(sink, "sink");
        this.acknowledgement = Objects.requireNonNull(acknowledgement, "acknowledgement");
        this.refusals = new RefusalLog(name, refusals);
        this.maxBodySize = maxBodySize;
    }

    @Override
    public final CompletableFuture<HttpAnswer> answer(InboundRequest request) {
        try {
            return answerMeant(request).exceptionally(this::failed);
        } catch (RuntimeException e) {
            return now(failed(e));
        }
    }

    /** What takes events over can fail, a repository that is not there for example. The sender shall try again. */
    private HttpAnswer failed(Throwable e) {
        LOG.warn("{} could not be taken over", name, e);
        return refuse("failed", String.valueOf(e), HttpAnswer.FAILED);
    }

    private CompletableFuture<HttpAnswer> answerMeant(InboundRequest request) {
        if (!isMeant(request)) {
            return now(refuse("path", "the address is not the one that the service was given", HttpAnswer.NOT_FOUND));
        }
        if (request.body().length > maxBodySize) {
            return now(refuse("size", request.body().length + " bytes are more than maxBodySize=" + maxBodySize,
                    HttpAnswer.TOO_LARGE));
        }
        AuthResult auth = authenticator.authenticate(request);
        if (!auth.accepted()) {
            return now(refuse(auth.refusal().name().toLowerCase(Locale.ROOT), auth.detail(), answerTo(auth.refusal())));
        }
        return answerKnown(request);
    }

    /** Without keys nobody can be told from anybody; that is no fault of the sender, who shall try again. */
    private static HttpAnswer answerTo(Refusal refusal) {
        return refusal == Refusal.KEYS_UNAVAILABLE ? HttpAnswer.BUSY : HttpAnswer.UNAUTHORIZED;
    }

    /** Whether the request came to our address. */
    boolean isMeant(InboundRequest request) {
        return true;
    }

    /** Answers a request that may enter. */
    abstract CompletableFuture<HttpAnswer> answerKnown(InboundRequest request);

    final CompletableFuture<HttpAnswer> answerEvents(InboundRequest request) {
        if (!"POST".equals(request.method())) {
            return now(refuse("method", request.method() + " is not known here", HttpAnswer.METHOD_NOT_ALLOWED));
        }
        String contentType = request.header("Content-Type").orElse("");
        if (!contentType.isEmpty() && !contentType.toLowerCase(Locale.ROOT).contains("json")) {
            return now(refuse("content_type", "the content is not JSON", HttpAnswer.UNSUPPORTED_MEDIA_TYPE));
        }
        try {
            byte[] body = Inflation.inflated(request, maxBodySize);
            ReadEvents read = reader.read(body, contentType, kind);
            read.problems().forEach(problem -> refuse("element", problem, HttpAnswer.BAD_REQUEST));
            return answerRead(request, read.events());
        } catch (Inflation.TooLargeException e) {
            return now(refuse("size", e.getMessage(), HttpAnswer.TOO_LARGE));
        } catch (Inflation.BrokenException e) {
            return now(refuse("encoding", e.getMessage(), HttpAnswer.BAD_REQUEST));
        } catch (NotAnEventException e) {
            return now(refuse("not_an_event", e.getMessage(), HttpAnswer.BAD_REQUEST));
        }
    }

    /** Answers events that could be read. */
    CompletableFuture<HttpAnswer> answerRead(InboundRequest request, List<CallEvent> events) {
        return acknowledgement.answer(newWork -> sink.accept(events, newWork)).thenApply(answer -> answer != HttpAnswer.BUSY
                ? answer
                : refuse("busy", "the consumer is stopping, its queue is full, or too many requests are held", answer));
    }

    static CompletableFuture<HttpAnswer> now(HttpAnswer answer) {
        return CompletableFuture.completedFuture(answer);
    }

    private HttpAnswer refuse(String reason, String detail, HttpAnswer answer) {
        refusals.note(answer.status(), reason, detail);
        return answer;
    }

    @Override
    public void close() {
        authenticator.close();
    }
}
