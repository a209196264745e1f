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

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.camel.client.ServiceException;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.outcome.Outcome;
import io.acscall.camel.pacing.CallerPacing;
import io.acscall.camel.pacing.Grant;
import io.acscall.camel.pacing.PacedStep;
import io.acscall.camel.pacing.PacingRequest;

/**
 * The permits of one exchange passing one action. Without pacing, and for actions that ring no phone number, it is
 * nothing.
 */
final class StepPermit {

    /** Of steps that need none, all of them. */
    private static final StepPermit NONE = new StepPermit(null, null);

    private final CallerPacing pacing;
    private final String action;
    private volatile Grant grant;
    private volatile String call;
    private String earlier;

    private StepPermit(CallerPacing pacing, String action) {
        this.pacing = pacing;
        this.action = action;
    }

    /**
     * The permits of a step that begins.
     *
     * @param pacing {@code null} when nothing is paced
     * @param action the name of the action
     */
    static StepPermit of(CallerPacing pacing, String action) {
        return pacing != null && PacedRequests.areMadeBy(action) ? new StepPermit(pacing, action) : NONE;
    }

    boolean mayBeNeeded() {
        return pacing != null;
    }

    /** What an earlier try has, whose outcome is unknown. */
    void repeats(String grantId) {
        if (mayBeNeeded()) {
            earlier = grantId;
        }
    }

    /** {@code null} when there is none. */
    String id() {
        return grant == null ? null : grant.id();
    }

    /**
     * Takes the permits.
     *
     * @param request what is to be sent
     * @param itsCall the call that somebody is added to, or {@code null}
     * @param go      goes on; must hand over at once, except where nothing is needed
     * @param refused takes why not; must hand over at once
     */
    void take(ServiceRequest request, String itsCall, Runnable go, Consumer<RuntimeException> refused) {
        Optional<PacingRequest> needed = PacedRequests.of(action, request, itsCall, earlier);
        call = itsCall;
        if (needed.isEmpty()) {
            go.run();
            return;
        }
        pacing.ask(needed.get(), new PacedStep() {
            @Override
            public void granted(Grant permits) {
                grant = permits;
                go.run();
            }

            @Override
            public void refused(RuntimeException why) {
                refused.accept(why);
            }
        });
    }

    /** The request came to an end, whoever still waits for that. */
    void answered(List<ServiceResponse> pages, Throwable failed) {
        if (grant == null) {
            return;
        }
        if (failed == null) {
            JsonNode answer = pages.get(0).body();
            String answered = answer == null ? "" : answer.path("callConnectionId").asText();
            String invitation = answer == null ? null : answer.path("invitationId").asText(null);
            taken(call != null ? call : answered, invitation);
        } else if (isUnknown(failed)) {
            grant.inDoubt();
        } else {
            grant.failed();
        }
    }

    private void taken(String itsCall, String invitation) {
        if (itsCall.isEmpty()) {
            grant.inDoubt();
        } else {
            grant.answered(itsCall, invitation);
        }
    }

    private boolean isUnknown(Throwable failed) {
        return !(failed instanceof ServiceException refused)
                || CallFailure.of(action, call, refused, true).outcome() == Outcome.IN_DOUBT;
    }

    /** Nobody was rung, or nobody is on the line any more. */
    void over() {
        if (grant != null) {
            grant.failed();
        }
    }
}
