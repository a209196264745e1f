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
package io.acscall.simulator.server;

import io.acscall.simulator.http.AnswerContent;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** Writes a body piece by piece, each when the one before has gone, so that a slow reader fills no memory. */
final class ContentWriter {

    private static final int PIECE = 64 * 1024;

    private final HttpServerResponse response;
    private final AnswerContent content;
    private final long end;
    private final Context context;
    private final Promise<Void> written = Promise.promise();

    private ContentWriter(HttpServerResponse response, AnswerContent content, long end, Context context) {
        this.response = response;
        this.content = content;
        this.end = end;
        this.context = context;
    }

    /**
     * Writes the beginning of a body; the head and the end of the response are not its business.
     *
     * @param end     how many bytes
     * @param context where the connection lives
     */
    static Future<Void> write(HttpServerResponse response, AnswerContent content, long end, Context context) {
        ContentWriter writer = new ContentWriter(response, content, end, context);
        writer.from(0);
        return writer.written.future();
    }

    private void from(long position) {
        if (position >= end) {
            written.complete();
            return;
        }
        byte[] piece = content.read(position, (int) Math.min(PIECE, end - position));
        // Others have their turn between two pieces.
        response.write(Buffer.buffer(piece)).onSuccess(gone -> context.runOnContext(turn -> from(position + piece.length)))
                .onFailure(written::tryFail);
    }
}
