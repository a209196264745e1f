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

import java.net.URI;
import java.time.Duration;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Microsoft Entra ID: azure-core's own policy over https. Over the plain http of a simulator on the same machine, which
 * that one refuses, the same token from the same cache without its answer to challenges.
 */
final class BearerPolicy extends BearerTokenAuthenticationPolicy {

    /** Two slashes: that is how the service registered it. */
    static final String SCOPE = "https://communication.azure.com//.default";

    BearerPolicy(Credential.Token token, Duration longestWait) {
        super(bounded(token.credential(), longestWait), SCOPE);
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        return Mono.defer(() -> isHttps(context)
                ? super.process(context, next)
                : authorizeRequest(context).then(Mono.defer(next::process)));
    }

    @Override
    public HttpResponse processSync(HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
        if (isHttps(context)) {
            return super.processSync(context, next);
        }
        authorizeRequestSync(context);
        return next.processSync();
    }

    private static boolean isHttps(HttpPipelineCallContext context) {
        URI address = URI.create(context.getHttpRequest().getUrl().toString());
        SecureTransport.check(address);
        return "https".equalsIgnoreCase(address.getScheme());
    }

    /** A credential may block its caller or never answer; neither may hold up a request. */
    private static TokenCredential bounded(TokenCredential credential, Duration longestWait) {
        return context -> Mono.defer(() -> credential.getToken(context))
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(longestWait, Mono.error(() -> new IllegalStateException(
                        "the credential gave no token within " + longestWait.toMillis() + " ms")));
    }
}
