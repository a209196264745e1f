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

import java.io.IOException;
import java.io.OutputStream;

import org.apache.camel.Exchange;

/**
 * Where a download goes.
 */
interface DownloadTarget {

    /** Takes the bytes. */
    OutputStream stream();

    /**
     * All bytes are there.
     *
     * @return what becomes the body
     */
    Object finish() throws IOException;

    /** Nothing of it shall stay. */
    void discard() throws IOException;

    /**
     * The body of an exchange: as Camel spools streams where the user has switched that on (its folder, threshold and
     * cipher), else a temporary file, for a recording is too large for the memory.
     */
    static DownloadTarget ofBody(Exchange exchange) throws IOException {
        return exchange.getContext().getStreamCachingStrategy().isSpoolEnabled()
                ? new SpoolTarget(exchange) : new TemporaryTarget(exchange);
    }
}
