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
package io.acscall.examples.ivr.demo;

import java.util.Locale;

import io.acscall.simulator.people.PersonScript;

/** People who call, one for each way through the menu. Where they say nothing, they do nothing. */
public enum Caller {

    /** New order, somebody to talk to. */
    IS_HANDED_OVER("1,1,1", AgentOnDuty.ACCEPTS, "new order", null),
    FINDS_THE_AGENT_BUSY("1,2,1", AgentOnDuty.IS_BUSY, "changed order", "BUSY"),
    REACHES_NOBODY("2,1,1", AgentOnDuty.DOES_NOT_ANSWER, "repair", "NO_ANSWER"),
    IS_DECLINED("2,2,1", AgentOnDuty.DECLINES, "bill", "DECLINED"),
    WANTS_A_CALL_BACK_FOR_A_NEW_ORDER("1,1,2", AgentOnDuty.ACCEPTS, "new order", "CALL_BACK"),
    WANTS_A_CALL_BACK_FOR_A_CHANGED_ORDER("1,2,2", AgentOnDuty.ACCEPTS, "changed order", "CALL_BACK"),
    WANTS_A_CALL_BACK_FOR_A_REPAIR("2,1,2", AgentOnDuty.ACCEPTS, "repair", "CALL_BACK"),
    WANTS_A_CALL_BACK_FOR_A_BILL("2,2,2", AgentOnDuty.ACCEPTS, "bill", "CALL_BACK"),
    PRESSES_A_WRONG_KEY_ON_EACH_LEVEL("9,1,*,1,3,1", AgentOnDuty.ACCEPTS, "new order", null),
    IS_SLOW_ON_EACH_LEVEL(",2,,,2,,2", AgentOnDuty.ACCEPTS, "bill", "CALL_BACK"),
    NEVER_PRESSES_ANYTHING(",,", AgentOnDuty.ACCEPTS, "none", "NO_INPUT"),
    NEVER_FINDS_THE_KEY("9,8,7", AgentOnDuty.ACCEPTS, "none", "NO_INPUT"),
    GETS_LOST_IN_SALES("1,9,,9", AgentOnDuty.ACCEPTS, "sales", "NO_INPUT"),
    GETS_LOST_IN_SUPPORT("2,,9,", AgentOnDuty.ACCEPTS, "support", "NO_INPUT"),
    GETS_LOST_AT_THE_END("2,1,9,,9", AgentOnDuty.ACCEPTS, "repair", "NO_INPUT"),
    HANGS_UP_IN_THE_FIRST_MENU("", AgentOnDuty.ACCEPTS, "none", "HUNG_UP", 1),
    HANGS_UP_IN_A_LATER_MENU("1,1", AgentOnDuty.ACCEPTS, "new order", "HUNG_UP", 3);

    private final String presses;
    private final AgentOnDuty agent;
    private final String topic;
    private final String reason;
    private final int hangsUpInMenu;

    Caller(String presses, AgentOnDuty agent, String topic, String reason) {
        this(presses, agent, topic, reason, 0);
    }

    Caller(String presses, AgentOnDuty agent, String topic, String reason, int hangsUpInMenu) {
        this.presses = presses;
        this.agent = agent;
        this.topic = topic;
        this.reason = reason;
        this.hangsUpInMenu = hangsUpInMenu;
    }

    /** The number of this caller. */
    public String number() {
        return "+1604555%04d".formatted(100 + ordinal());
    }

    /** Whether the call ends with the agent, not with a ticket. */
    public boolean isHandedOver() {
        return reason == null;
    }

    /** The ticket that there must be, unless it is handed over. */
    public Ticket ticket() {
        return new Ticket(topic, number(), reason);
    }

    /** What this caller does, for people. */
    public String describe() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether this caller hangs up during the prompt of so many menus. */
    boolean hangsUpIn(int menus) {
        return hangsUpInMenu > 0 && menus == hangsUpInMenu;
    }

    /** Who is asked to take the call, if it comes to that. */
    AgentOnDuty agent() {
        return agent;
    }

    void script(PersonScript person, PersonScript agentOnDuty) {
        agent.script(agentOnDuty);
        if (!presses.isEmpty()) {
            person.presses(presses);
        }
    }
}
