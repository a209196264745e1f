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
package io.acscall.simulator.sdk;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import reactor.core.publisher.Mono;

/**
 * Lets the official client speak to a server without TLS: its policies refuse http, so it is given an https address
 * that becomes http below them. The two headers that the JDK's client sets itself are taken out.
 */
final class PlainHttpClient implements HttpClient {

    private final HttpClient client;

    PlainHttpClient(HttpClient client) {
        this.client = client;
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        HttpHeaders headers = new HttpHeaders(request.getHeaders());
        headers.remove(HttpHeaderName.HOST);
        headers.remove(HttpHeaderName.CONTENT_LENGTH);
        HttpRequest plain = new HttpRequest(request.getHttpMethod(), http(request.getUrl())).setHeaders(headers);
        if (request.getBodyAsBinaryData() != null) {
            plain.setBody(request.getBodyAsBinaryData());
            plain.getHeaders().remove(HttpHeaderName.CONTENT_LENGTH);
        }
        return client.send(plain);
    }

    private static URL http(URL url) {
        try {
            return URI.create(url.toString().replaceFirst("^https:", "http:")).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
