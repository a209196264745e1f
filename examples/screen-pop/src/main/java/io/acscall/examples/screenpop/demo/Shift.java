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

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/** Two agents at work: each call as far as it goes. */
public final class Shift implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TAKEN = 202;

    private final SimulatedScreenPop screenPop;
    private final Agent ann;
    private final Agent ben;

    /** Opens the pages of both. */
    public Shift(SimulatedScreenPop screenPop) throws IOException, InterruptedException {
        this.screenPop = screenPop;
        this.ann = screenPop.agent("ann");
        this.ben = screenPop.agent("ben");
    }

    /**
     * Serves one caller.
     *
     * @return what the page showed in the end, as {@link Caller#end()}
     */
    public Served serve(Caller caller) throws Exception {
        String call = screenPop.placeCall(caller);
        Served served = serve(caller, call);
        // the card is closed before the last word is said
        screenPop.simulator().awaitCallback("CallDisconnected", call, PATIENCE);
        return served;
    }

    private Served serve(Caller caller, String call) throws Exception {
        String phone = caller.number();
        Card card = ann.awaitCard(phone, Card::isLookedUp);
        switch (caller) {
            case HANGS_UP_WHILE_WAITING -> screenPop.simulator().hangUp(call, phone);
            case IS_TAKEN_BY_NOBODY -> waitsTooLong(card);
            case HANGS_UP_WHILE_ANN_IS_RUNG -> {
                accept(ann, card);
                ann.awaitCard(phone, now -> "RINGING".equals(now.status()));
                screenPop.simulator().hangUp(call, phone);
            }
            default -> {
                return new Served(card, connect(card));
            }
        }
        ann.awaitClosed(phone);
        return new Served(card, "card closed");
    }

    private String connect(Card card) throws IOException, InterruptedException {
        accept(ann, card);
        Card now = ann.awaitCard(card.phone(), next -> "ANSWERED".equals(next.status()) || next.note() != null);
        String before = "";
        if (now.note() != null) {
            before = now.note() + ", ";
            accept(ben, now);
            now = ben.awaitCard(card.phone(), next -> "ANSWERED".equals(next.status()));
        }
        String shown = before + "ANSWERED " + now.agent();
        ("ben".equals(now.agent()) ? ben : ann).click("done", now);
        ann.awaitClosed(card.phone());
        return shown;
    }

    private static void accept(Agent agent, Card card) throws IOException, InterruptedException {
        int status = agent.click("accept", card);
        if (status != TAKEN) {
            throw new IllegalStateException("The click was answered with " + status);
        }
    }

    /** Time passes in the table: the caller has waited for a day. */
    private void waitsTooLong(Card card) throws SQLException {
        try (Connection connection = screenPop.dataSource().getConnection();
             PreparedStatement statement = connection
                     .prepareStatement("update card set came_at = came_at - interval '1' day where id = ?")) {
            statement.setInt(1, card.id());
            statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        ann.close();
        ben.close();
    }

    /**
     * A call that is over for the page.
     *
     * @param popped the card when the CRM had been asked
     * @param end    what became of it
     */
    public record Served(Card popped, String end) {
    }
}
