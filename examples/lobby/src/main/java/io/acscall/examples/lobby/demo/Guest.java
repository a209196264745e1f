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
package io.acscall.examples.lobby.demo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A guest as the page gets it.
 *
 * @param id     for the buttons
 * @param phone  who calls
 * @param status WAITING, RINGING, MOVING, TALKING or TICKET
 * @param agent  who has admitted the guest, or null
 * @param note   why the agent before did not get the guest, or null
 */
@JsonIgnoreProperties("since")
public record Guest(int id, String phone, String status, String agent, String note) {

    /** Whether it has this status. */
    public boolean is(String wanted) {
        return wanted.equals(status);
    }
}
