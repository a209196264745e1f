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
package io.acscall.camel.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * One download, from the first request to the last byte.
 */
final class Download {

    private static final int CHUNKS_AHEAD = 16;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final RecordingStorage storage;
    private final ServiceCall call;
    private final ByteRange wanted;
    private final DownloadParts parts;
    private final int maxResumes;
    private final Duration longestSilence;

    /**
     * @param maxResumes     how often a body that broke off is asked for again
     * @param longestSilence after which a body counts as broken off
     */
    Download(RecordingStorage storage, ServiceCall call, ByteRange wanted, DownloadParts parts, int maxResumes,
             Duration longestSilence) {
        this.storage = storage;
        this.call = call;
        this.wanted = wanted;
        this.parts = parts;
        this.maxResumes = maxResumes;
        this.longestSilence = longestSilence;
    }

    /** Writes the bytes in their order. */
    Mono<RecordingContent> into(OutputStream out) {
        return first().onErrorMap(this::asServiceException)
                .flatMap(first -> {
                    AtomicLong length = new AtomicLong();
                    return bytes(first).onErrorMap(this::asServiceException)
                            .publishOn(Schedulers.boundedElastic(), CHUNKS_AHEAD)
                            .doOnNext(chunk -> {
                                write(chunk, out);
                                length.addAndGet(chunk.length);
                            })
                            .then(Mono.fromSupplier(() -> new RecordingContent(first.contentType(), length.get())));
                });
    }

    /** An empty file has no first part, which its storage says with 416; asked for as a whole it comes. */
    private Mono<StoredPart> first() {
        if (parts.parallel() == 1) {
            return storage.open(call, wanted);
        }
        Mono<StoredPart> part = storage.open(call, part(wanted.from()));
        return wanted.isWhole() ? part.onErrorResume(Download::isOutside, refused -> storage.open(call, wanted)) : part;
    }

    private static boolean isOutside(Throwable failure) {
        return failure instanceof ServiceException refused && refused.status() == RANGE_NOT_SATISFIABLE;
    }

    private Flux<byte[]> bytes(StoredPart first) {
        if (parts.parallel() == 1 || !first.ranged() || first.total() < 0) {
            return bytes(first, wanted, maxResumes);
        }
        ByteRange begin = part(wanted.from());
        long last = Math.min(wanted.to(), first.total() - 1);
        long rest = Math.max(0, last - begin.to());
        int more = Math.toIntExact((rest + parts.size() - 1) / parts.size());
        Flux<byte[]> others = more == 0
                ? Flux.empty() : Flux.range(1, more)
                        .map(index -> part(wanted.from() + (long) index * parts.size()))
                        .flatMapSequential(this::whole, parts.parallel(), 1);
        return bytes(first, begin, maxResumes).concatWith(others);
    }

    private ByteRange part(long from) {
        long end = from > ByteRange.OPEN - parts.size() ? ByteRange.OPEN : from + parts.size() - 1;
        return new ByteRange(from, Math.min(end, wanted.to()));
    }

    /** A part in memory, since those before it may not be there yet. */
    private Mono<byte[]> whole(ByteRange part) {
        return storage.open(call, part).flatMapMany(opened -> bytes(opened, part, maxResumes))
                .collect(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes)
                .map(ByteArrayOutputStream::toByteArray);
    }

    /** The bytes of a range out of an answer that may begin before and end after it. */
    private Flux<byte[]> bytes(StoredPart answer, ByteRange range, int resumes) {
        AtomicLong next = new AtomicLong(answer.from());
        AtomicLong done = new AtomicLong(range.from());
        long end = answer.total() < 0 ? range.to() : Math.min(range.to(), answer.total() - 1);
        return answer.body()
                .timeout(longestSilence)
                .map(buffer -> cut(buffer, next, range.from(), end))
                .filter(chunk -> chunk.length > 0)
                .doOnNext(chunk -> done.addAndGet(chunk.length))
                .concatWith(Mono.defer(() -> end == ByteRange.OPEN || done.get() > end
                        ? Mono.empty() : Mono.error(new IOException("the recording ended too early"))))
                .onErrorResume(failure -> resumes == 0 || done.get() > end
                        ? Mono.<byte[]> error(failure).flux() : resume(done.get(), range.to(), resumes - 1));
    }

    private Flux<byte[]> resume(long from, long to, int resumes) {
        ByteRange rest = new ByteRange(from, to);
        return storage.open(call, rest).flatMapMany(again -> bytes(again, rest, resumes));
    }

    /** A copy, because the HTTP client may use its buffer again. */
    private static byte[] cut(ByteBuffer buffer, AtomicLong next, long from, long end) {
        long first = next.getAndAdd(buffer.remaining());
        long after = end == ByteRange.OPEN ? Long.MAX_VALUE : end + 1;
        int skip = (int) Math.min(buffer.remaining(), Math.max(0, from - first));
        int length = (int) Math.max(0, Math.min(buffer.remaining() - skip, after - first - skip));
        byte[] chunk = new byte[length];
        buffer.position(buffer.position() + skip);
        buffer.get(chunk);
        return chunk;
    }

    private static void write(byte[] chunk, OutputStream out) {
        try {
            out.write(chunk);
        } catch (IOException e) {
            throw new UncheckedIOException("A recording cannot be written: " + e.getMessage(), e);
        }
    }

    private Throwable asServiceException(Throwable failure) {
        return failure instanceof ServiceException ? failure : storage.unanswered(call, failure);
    }
}
