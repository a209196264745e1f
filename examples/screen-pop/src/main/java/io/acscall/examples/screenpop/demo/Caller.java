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
package io.acscall.examples.screenpop.demo;

import java.util.Locale;
import java.util.function.Consumer;

import io.acscall.simulator.people.PersonScript;

/** People who call, what the CRM knows, and what the agents do. */
public enum Caller {

    IS_A_CUSTOMER("KNOWN", PersonScript::accepts, "ANSWERED ann"),
    IS_NOT_IN_THE_CRM("UNKNOWN", PersonScript::accepts, "ANSWERED ann"),
    FINDS_ANN_BUSY("KNOWN", PersonScript::busy, "ann: BUSY, ANSWERED ben"),
    IS_DECLINED_BY_ANN("KNOWN", PersonScript::declines, "ann: DECLINED, ANSWERED ben"),
    CALLS_WHILE_THE_CRM_IS_DOWN("DOWN", PersonScript::accepts, "ANSWERED ann"),
    CALLS_WHILE_THE_CRM_IS_SLOW("DOWN", PersonScript::accepts, "ANSWERED ann"),
    HIDES_THE_NUMBER("UNKNOWN", PersonScript::accepts, "ANSWERED ann"),
    HANGS_UP_WHILE_WAITING("KNOWN", PersonScript::accepts, "card closed"),
    HANGS_UP_WHILE_ANN_IS_RUNG("KNOWN", PersonScript::doesNotAnswer, "card closed"),
    IS_TAKEN_BY_NOBODY("KNOWN", PersonScript::accepts, "card closed");

    private static final String CUSTOMER = """
            {"name": "Customer %1$d",
             "orders": [{"number": "A-%1$d", "what": "Blue door", "status": "paid"}],
             "notes": ["Likes to be called in the morning"]}""";

    private final String crm;
    private final Consumer<PersonScript> ann;
    private final String end;

    Caller(String crm, Consumer<PersonScript> ann, String end) {
        this.crm = crm;
        this.ann = ann;
        this.end = end;
    }

    /** The number of this caller, or what stands for it. */
    public String number() {
        return this == HIDES_THE_NUMBER ? "4:anonymous" : "+1604555%04d".formatted(100 + ordinal());
    }

    /** What the card must say of the CRM. */
    public String crm() {
        return crm;
    }

    /** What becomes of the call, as the page shows it. */
    public String end() {
        return end;
    }

    /** What this caller does, for people. */
    public String describe() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Prepares the CRM and the phone of the first agent. */
    void script(Crm customers, PersonScript annsPhone) {
        ann.accept(annsPhone);
        switch (this) {
            case CALLS_WHILE_THE_CRM_IS_DOWN -> customers.failsFor(number());
            case CALLS_WHILE_THE_CRM_IS_SLOW -> customers.saysNothingAbout(number());
            case IS_NOT_IN_THE_CRM, HIDES_THE_NUMBER -> {
                // nobody that it knows
            }
            default -> customers.knows(number(), CUSTOMER.formatted(ordinal()));
        }
    }
}
