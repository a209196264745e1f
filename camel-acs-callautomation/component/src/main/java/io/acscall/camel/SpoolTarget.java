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
import org.apache.camel.converter.stream.CachedOutputStream;

/**
 * A download into Camel's own cache of streams, which goes when the exchange is done.
 */
final class SpoolTarget implements DownloadTarget {

    private final CachedOutputStream cache;

    SpoolTarget(Exchange exchange) {
        this.cache = new CachedOutputStream(exchange);
    }

    @Override
    public OutputStream stream() {
        return cache;
    }

    @Override
    public Object finish() throws IOException {
        return cache.newStreamCache();
    }

    @Override
    public void discard() throws IOException {
        cache.close();
    }
}
