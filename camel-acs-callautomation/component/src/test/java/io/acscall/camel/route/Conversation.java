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
package io.acscall.camel.route;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.acscall.camel.AcsCallException;
import io.acscall.camel.CallOperationFailedException;
import io.acscall.camel.CallRequestException;
import io.acscall.camel.event.CallEvent;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What tests do with people in calls. The application has a route from {@code acs-call:events} to {@code mock:events}.
 */
record Conversation(CallApp app) {

    static final String ANN = "+16045550100";
    static final String BOB = user("b0");
    static final String CAT = "+16045550103";
    static final String DAN = user("d0");
    static final String GONE = "401f0000-0000-4000-8000-00000000dead";

    private static final Duration SOON = Duration.ofSeconds(5);

    private static String user(String end) {
        return "8:acs:11111111-2222-4333-8444-555555555555_00000000-0000-4000-8000-0000000000" + end;
    }

    /** A call that these people are in. */
    String among(String first, String... others) {
        String call = app.call(first);
        for (String other : others) {
            event(in(call, "acs-call:addParticipant?awaitEvent=true&target=" + other), "AddParticipantSucceeded");
        }
        return call;
    }

    /** One step in a call. */
    Exchange in(String call, String uri) {
        return in(call, uri, Map.of());
    }

    /** One step in a call, with more headers. */
    Exchange in(String call, String uri, Map<String, Object> headers) {
        Map<String, Object> all = new HashMap<>(headers);
        all.put("CamelAcsCallConnectionId", call);
        return app.send(uri, "as it was", all);
    }

    /** The event that a step went on with. */
    static CallEvent event(Exchange done, String type) {
        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeaders()).containsEntry("CamelAcsCallEventType", type)
                .doesNotContainKey("CamelAcsCallOutcome");
        return done.getMessage().getBody(CallEvent.class);
    }

    /** The answer of a service that refused a step. */
    static AcsCallException refusal(Exchange done) {
        assertThat(done.getException()).isInstanceOf(CallRequestException.class);
        assertThat(done.getMessage().getBody()).isEqualTo("as it was");
        return done.getException(AcsCallException.class);
    }

    /** The event that a step failed with. */
    static CallOperationFailedException failure(Exchange done) {
        assertThat(done.getException()).isInstanceOf(CallOperationFailedException.class);
        CallOperationFailedException failed = done.getException(CallOperationFailedException.class);
        assertThat(done.getMessage().getHeader("CamelAcsCallOutcome")).isEqualTo(failed.getOutcome());
        assertThat(done.getMessage().getBody()).as("a redelivery needs it").isEqualTo("as it was");
        return failed;
    }

    /** What the consumer got of an event. */
    Message consumed(String type, String call) {
        return await().atMost(SOON).until(() -> app.mock("events").getExchanges().stream().map(Exchange::getMessage)
                .filter(event -> type.equals(event.getHeader("CamelAcsCallEventType")))
                .filter(event -> call.equals(event.getHeader("CamelAcsCallConnectionId"))).findFirst(), Optional::isPresent)
                .orElseThrow();
    }
}
