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
package io.acscall.benchmarks.action;

import java.time.Duration;
import java.util.function.Consumer;

import com.azure.communication.callautomation.CallAutomationClientBuilder;
import com.azure.communication.callautomation.CallConnectionAsync;
import com.azure.communication.callautomation.models.AddParticipantOptions;
import com.azure.communication.callautomation.models.CallConnectionState;
import com.azure.communication.callautomation.models.CallInvite;
import com.azure.communication.common.PhoneNumberIdentifier;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.CookiePolicy;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.http.policy.HttpLoggingPolicy;
import com.azure.core.http.policy.RedirectPolicy;
import com.azure.core.http.policy.RequestIdPolicy;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import reactor.core.publisher.Mono;

/**
 * The asynchronous client of the service's own Java SDK, with the policies that its builder puts together, one for one,
 * but for the signature: the SDK's refuses plain HTTP.
 */
final class SdkCaller implements Caller {

    private final CallConnectionAsync connection;

    SdkCaller(int port) {
        HttpClient http = new JdkHttpClientBuilder(java.net.http.HttpClient.newBuilder())
                .connectionTimeout(Duration.ofSeconds(10)).responseTimeout(Duration.ofSeconds(30))
                .readTimeout(Duration.ZERO).writeTimeout(Duration.ZERO).build();
        HttpPipeline pipeline = new HttpPipelineBuilder().httpClient(http)
                .policies(new UserAgentPolicy(), new RequestIdPolicy(), new RetryPolicy(), new RedirectPolicy(),
                        new PlainHmacPolicy(KEY), new CookiePolicy(), new HttpLoggingPolicy(new HttpLogOptions()))
                .build();
        connection = new CallAutomationClientBuilder().endpoint(ENDPOINT + port).pipeline(pipeline).buildAsyncClient()
                .getCallConnectionAsync(CALL);
    }

    @Override
    public void call(MeasuredAction action, Consumer<Throwable> done) {
        Mono<Boolean> sent = switch (action) {
            case getCallProperties -> connection.getCallProperties()
                    .map(call -> CallConnectionState.CONNECTED.equals(call.getCallConnectionState()));
            case addParticipant -> connection.addParticipantWithResponse(
                    new AddParticipantOptions(
                            new CallInvite(new PhoneNumberIdentifier(TARGET), new PhoneNumberIdentifier(CALLER_ID)))
                            .setOperationContext(CONTEXT))
                    .map(answer -> answer.getValue().getParticipant() != null);
        };
        sent.subscribe(good -> done.accept(good ? null : new IllegalStateException("answered with something else")), done);
    }

    @Override
    public void close() {
        // the JDK's client has no end of its own
    }
}
