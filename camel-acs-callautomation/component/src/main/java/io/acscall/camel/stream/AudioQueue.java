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
package io.acscall.camel.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Audio that waits to be sent, cut into frames across the pieces in which it came. Not for several threads at once.
 */
final class AudioQueue {

    /** A frame, and the pieces that end in it. */
    record Frame(byte[] pcm, List<CompletableFuture<AudioEnd>> ends) {

        void done(AudioEnd end) {
            ends.forEach(one -> one.complete(end));
        }
    }

    private static final class Piece {

        private final byte[] pcm;
        private final CompletableFuture<AudioEnd> end;
        private int position;

        private Piece(byte[] pcm, CompletableFuture<AudioEnd> end) {
            this.pcm = pcm;
            this.end = end;
        }
    }

    private final Deque<Piece> pieces = new ArrayDeque<>();
    private long bytes;

    /** How much waits. */
    long bytes() {
        return bytes;
    }

    /** Adds a piece, which nobody changes any more. */
    CompletableFuture<AudioEnd> add(byte[] pcm) {
        CompletableFuture<AudioEnd> end = new CompletableFuture<>();
        pieces.add(new Piece(pcm, end));
        bytes += pcm.length;
        return end;
    }

    /** The next frame; silence fills it up when less waits. */
    Frame take(int size) {
        byte[] frame = new byte[size];
        List<CompletableFuture<AudioEnd>> ends = new ArrayList<>();
        int filled = 0;
        while (filled < size && !pieces.isEmpty()) {
            Piece piece = pieces.peek();
            int length = Math.min(size - filled, piece.pcm.length - piece.position);
            System.arraycopy(piece.pcm, piece.position, frame, filled, length);
            filled += length;
            piece.position += length;
            if (piece.position == piece.pcm.length) {
                ends.add(pieces.remove().end);
            }
        }
        bytes -= filled;
        return new Frame(frame, ends);
    }

    /** Takes all that waits away. */
    List<CompletableFuture<AudioEnd>> clear() {
        List<CompletableFuture<AudioEnd>> ends = pieces.stream().map(piece -> piece.end).toList();
        pieces.clear();
        bytes = 0;
        return ends;
    }
}
