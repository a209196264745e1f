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

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A card as the page gets it.
 *
 * @param id       for the buttons
 * @param phone    who calls
 * @param status   WAITING, RINGING or ANSWERED
 * @param crm      ASKED, KNOWN, UNKNOWN or DOWN
 * @param customer what the CRM said, JSON; or null
 * @param agent    who has accepted, or null
 * @param note     why the agent before did not get the call, or null
 */
@JsonIgnoreProperties("since")
public record Card(int id, String phone, String status, String crm, String customer, String agent, String note) {

    /** Whether the CRM was asked, and has answered or not. */
    public boolean isLookedUp() {
        return !"ASKED".equals(crm);
    }

    /** For people. */
    public String describe() {
        return status + (agent == null ? "" : " " + agent) + ", CRM " + crm + (note == null ? "" : ", " + note);
    }
}
