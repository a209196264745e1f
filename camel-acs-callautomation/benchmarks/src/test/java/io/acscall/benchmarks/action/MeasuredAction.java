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

import io.vertx.core.http.HttpMethod;

/**
 * The actions that are measured, one that asks and one that acts, with what the service answers.
 */
enum MeasuredAction {

    getCallProperties(HttpMethod.GET, 200, """
            {"callConnectionId":"401f0000-0000-4000-8000-000000000001",\
            "serverCallId":"aHR0cHM6Ly9hcGkuZmxpZ2h0cHJveHkuc2t5cGUuY29tL2FwaS92Mi9jcC9jb252LXVzZWEyLTAxLmNvbnY",\
            "correlationId":"8a9d2f5e-6a2b-4f3e-9c1d-2b7e5a4c3d21",\
            "targets":[{"kind":"phoneNumber","rawId":"4:+14255550101","phoneNumber":{"value":"+14255550101"}}],\
            "callConnectionState":"connected","callbackUri":"https://app.example.com/acs-call/events",\
            "sourceCallerIdNumber":{"kind":"phoneNumber","rawId":"4:+18005550100","phoneNumber":{"value":"+18005550100"},\
            "value":"+18005550100"},"sourceDisplayName":"Contoso"}"""),
    addParticipant(HttpMethod.POST, 202, """
            {"participant":{"identifier":{"kind":"phoneNumber","rawId":"4:+14255550101",\
            "phoneNumber":{"value":"+14255550101"}},"isMuted":false,"isOnHold":false},\
            "operationContext":"order 4711","invitationId":"5c1d2a7e-91b4-4f6c-8a3e-0d2b7f4e6a19"}""");

    private final HttpMethod method;
    private final int status;
    private final String answer;

    MeasuredAction(HttpMethod method, int status, String answer) {
        this.method = method;
        this.status = status;
        this.answer = answer;
    }

    HttpMethod method() {
        return method;
    }

    int status() {
        return status;
    }

    String answer() {
        return answer;
    }
}
