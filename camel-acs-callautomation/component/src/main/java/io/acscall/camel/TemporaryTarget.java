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

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.camel.Exchange;
import org.apache.camel.converter.stream.FileInputStreamCache;

/**
 * A download into a temporary file that only this user can read; Camel deletes it when all exchanges that have it are
 * done.
 */
final class TemporaryTarget implements DownloadTarget {

    private final Exchange exchange;
    private final Path file;
    private final OutputStream stream;

    TemporaryTarget(Exchange exchange) throws IOException {
        this.exchange = exchange;
        this.file = Files.createTempFile("acs-call-", ".recording");
        this.stream = new BufferedOutputStream(Files.newOutputStream(file));
    }

    @Override
    public OutputStream stream() {
        return stream;
    }

    /** The copy is what deletes the file in the end. */
    @Override
    public Object finish() throws IOException {
        stream.close();
        return new FileInputStreamCache(file.toFile()).copy(exchange);
    }

    @Override
    public void discard() throws IOException {
        try {
            // writes what is left, which a full disk does not take
            stream.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
