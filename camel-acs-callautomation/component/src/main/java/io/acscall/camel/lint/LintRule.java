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
package io.acscall.camel.lint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the start-up lint looks for. The codes are stable: the component option {@code ignoredFindings} names them.
 */
public enum LintRule {

    /** a step that can't work, whatever the message says */
    UNUSABLE_STEP(true, "no message can get through this step: %s",
                  "Write the step as the text says; a dynamic URI is first read when a message comes"),
    /** a target of the URI that allowedTargets does not hold */
    TARGET_NOT_ALLOWED(true, "the target %s of the URI is in no pattern of the component option allowedTargets",
                       "Add a pattern for it, for example allowedTargets=+1604*,8:acs:*, or take the target out of the URI"),
    /** a step on a call that the application has left with a transfer */
    AFTER_TRANSFER(false, "it follows a transfer of a 1:1 call, after which the application is no longer in the call",
                   "Do it before the transfer; put what is for a failed transfer behind throwExceptionOnFailure=false and a choice,"
                                                                                                                       + " or into doCatch; or keep the call with addParticipant"),
    /** a step on a call that the application has left with hangUp */
    AFTER_HANG_UP(false, "it follows hangUp, after which the application is no longer in the call",
                  "Do it before hangUp, or name another call with callConnectionId"),
    /** a phone is rung and nobody says from which number */
    NO_CALLER_ID(false, "the phone number %s is rung without a number that it sees as the caller, which the service refuses",
                 "Set sourceCallerId, on the step or on the component, to a phone number of the resource, for example"
                                                                                                                              + " sourceCallerId=+18005550100"),
    /** nobody says where events go */
    NO_CALLBACK_ADDRESS(false, "nothing says where its events go, and without that it fails",
                        "Set the component option callbackBaseUri, for example callbackBaseUri=https://app.example.com"),
    /** events would come over plain http */
    CALLBACK_NOT_HTTPS(false, "events or streams would go to %s, and the service takes https (for streams wss) only",
                       "Give the application a public address with https, for example callbackBaseUri=https://app.example.com"),
    /** a call that was made without the service that speaks */
    NO_SPEECH_SERVICE(false,
                      "it speaks or understands speech in a call that was made or taken without cognitiveServicesEndpoint",
                      "Set the component option cognitiveServicesEndpoint, for example"
                                                                                                                            + " cognitiveServicesEndpoint=https://NAME.cognitiveservices.azure.com/"),
    /** an end that does not come by itself */
    AWAITED_LOOP(false,
                 "it waits for the end of a prompt that is repeated for ever: only awaitTimeout, another action or the end"
                        + " of the call ends the wait",
                 "Leave awaitEvent away, or loop=true"),
    /** options of a wait without a wait */
    NO_WAIT(false, "%s has no effect without awaitEvent=true", "Set awaitEvent=true, or leave the option away"),
    /** whoever fills the message chooses who is rung */
    OPEN_TARGETS(false,
                 "it takes its target from the message (header or toD), and the component option allowedTargets is not set:"
                        + " whoever fills it can have any number rung",
                 "Set for example allowedTargets=+1604*,8:acs:*, or allowedTargets=* when that is what you want"),
    /** callbacks are not checked */
    CALLBACK_AUTH_OFF(false, "callbackAuth=none: everybody who reaches %s is taken for the service",
                      "Set callbackAuth=jwt and immutableResourceId"),
    /** Event Grid deliveries are not checked */
    EVENT_GRID_AUTH_OFF(false, "eventGridAuth=none: everybody who reaches %s can make incoming calls",
                        "Set eventGridAuth=secret and eventGridSecret, or eventGridAuth=entra with tenantId and audience");

    private final boolean refusing;
    private final String finding;
    private final String mend;

    LintRule(boolean refusing, String finding, String mend) {
        this.refusing = refusing;
        this.finding = finding;
        this.mend = mend;
    }

    /** The stable name, for example {@code after-transfer}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a route with such a finding does not start; else a warning is logged. */
    public boolean isRefusing() {
        return refusing;
    }

    /**
     * What is wrong, in a sentence without a full stop.
     *
     * @param seen what was seen in this case, without secrets; an empty text where the rule shows nothing
     */
    public String finding(String seen) {
        return finding.formatted(seen);
    }

    /** What to do about it, in a sentence without a full stop. */
    public String mend() {
        return mend;
    }

    /** The rule of a code, empty for an unknown one. */
    static Optional<LintRule> of(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code().equals(code)).findFirst();
    }
}
