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

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import io.acscall.simulator.call.CallSnapshot;

/** Two agents at work: each caller as far as it goes. */
public final class Shift implements AutoCloseable {

    private static final int TAKEN = 202;

    private final SimulatedLobby lobby;
    private final Agent ann;
    private final Agent ben;

    /** Opens the pages of both. */
    public Shift(SimulatedLobby lobby) throws IOException, InterruptedException {
        this.lobby = lobby;
        this.ann = lobby.agent("ann");
        this.ben = lobby.agent("ben");
    }

    /**
     * Serves one caller.
     *
     * @return what became of the call, as {@link Caller#end()}
     */
    public String serve(Caller caller) throws Exception {
        String call = lobby.placeCall(caller);
        String phone = caller.number();
        Guest guest = ann.awaitGuest(phone, any -> true);
        switch (caller) {
            case HANGS_UP_WHILE_WAITING -> lobby.simulator().hangUp(call, phone);
            case HANGS_UP_WHILE_ANN_IS_RUNG -> {
                click(ann, "admit", guest);
                ann.awaitGuest(phone, now -> now.is("RINGING"));
                lobby.simulator().hangUp(call, phone);
            }
            case IS_TURNED_AWAY -> click(ann, "turn-away", guest);
            case IS_ADMITTED_BY_NOBODY -> {
                waitsTooLong(guest);
                click(ann, "done", ann.awaitGuest(phone, now -> now.is("TICKET")));
                ann.awaitGone(phone);
                return "ticket";
            }
            default -> {
                return admit(guest);
            }
        }
        ann.awaitGone(phone);
        return "gone";
    }

    private String admit(Guest guest) throws IOException, InterruptedException {
        click(ann, "admit", guest);
        Guest now = ann.awaitGuest(guest.phone(), next -> next.is("TALKING") || next.note() != null);
        String before = "";
        if (now.note() != null) {
            before = now.note() + ", ";
            click(ben, "admit", now);
            now = ben.awaitGuest(guest.phone(), next -> next.is("TALKING"));
        }
        CallSnapshot talk = lobby.simulator().callOf(SimulatedLobby.PHONES.get(now.agent())).orElseThrow();
        boolean together = lobby.simulator().callOf(guest.phone()).map(CallSnapshot::callId).filter(talk.callId()::equals)
                .isPresent();
        lobby.simulator().hangUp(talk.callId(), guest.phone());
        ann.awaitGone(guest.phone());
        return before + (together ? "talks to " : "is not with ") + now.agent();
    }

    private static void click(Agent agent, String button, Guest guest) throws IOException, InterruptedException {
        int status = agent.click(button, guest);
        if (status != TAKEN) {
            throw new IllegalStateException("The click was answered with " + status);
        }
    }

    /** Time passes in the table: the guest has waited for a day. */
    private void waitsTooLong(Guest guest) throws SQLException {
        try (Connection connection = lobby.dataSource().getConnection();
             PreparedStatement statement = connection
                     .prepareStatement("update guest set came_at = came_at - interval '1' day where id = ?")) {
            statement.setInt(1, guest.id());
            statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        ann.close();
        ben.close();
    }
}
