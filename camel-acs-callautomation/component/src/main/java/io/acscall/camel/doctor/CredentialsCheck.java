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
package io.acscall.camel.doctor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.acscall.camel.client.ServiceClient;
import io.acscall.camel.client.ServiceException;
import io.acscall.camel.client.ServiceRequest;

/**
 * Asks the service for a call that does not exist: whoever may ask is told so (404), others are not let in.
 */
public final class CredentialsCheck implements Check {

    private static final String ABOUT = "credentials";
    private static final String NOT_FOUND = "8522";

    private final ServiceClient client;
    private final Supplier<String> ids;
    private final Duration patience;

    /**
     * Asks with a client.
     *
     * @param client   to the service
     * @param ids      ids that no call has
     * @param patience for the whole of it, tries included
     */
    public CredentialsCheck(ServiceClient client, Supplier<String> ids, Duration patience) {
        this.client = client;
        this.ids = ids;
        this.patience = patience;
    }

    @Override
    public List<Finding> examine() {
        try {
            client.send(ServiceRequest.get("/calling/callConnections/" + ids.get())).get(patience.toMillis(),
                    TimeUnit.MILLISECONDS);
            return List.of(Finding.ok(ABOUT, "The service answers requests that are signed with them"));
        } catch (ExecutionException e) {
            return List.of(e.getCause() instanceof ServiceException said
                    ? judged(said) : unanswered(e.getCause().getClass().getSimpleName()));
        } catch (TimeoutException e) {
            return List.of(unanswered("nothing came in " + patience.toSeconds() + " s"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(unanswered("interrupted"));
        }
    }

    private static Finding judged(ServiceException said) {
        return switch (said.status()) {
            case 0 -> unanswered(said.getMessage());
            case 400 -> Finding.fault(ABOUT, said.getMessage(), "Leave apiVersion out, or set one that the service knows");
            case 401 -> Finding.fault(ABOUT, "The service does not know who asks: " + said.getMessage(),
                    "Copy the connection string again from the portal (Keys), or correct the identity; a key is refused, too, when the "
                                                                                                         + "clock is wrong or the key belongs to another resource");
            case 403 -> Finding.fault(ABOUT, "The service knows who asks, but does not allow it: " + said.getMessage(),
                    "Give the identity a role on the Communication Services resource");
            case 404 -> found(said);
            default -> Finding.doubt(ABOUT, "The service did not decide: " + said.getMessage(), "Run the doctor again later");
        };
    }

    private static Finding found(ServiceException said) {
        return NOT_FOUND.equals(said.errorCode())
                ? Finding.ok(ABOUT, "The service lets us in: it says that a call that does not exist is not there (404/8522)")
                : Finding.fault(ABOUT, "Something answers that is not the calling service: " + said.getMessage(),
                        "Correct endpoint: https://NAME.communication.azure.com, as the portal shows it under Keys");
    }

    private static Finding unanswered(String why) {
        return Finding.fault(ABOUT, "The service could not be asked: " + why,
                "Look at endpoint (or the connection string) and let this machine reach it over https (firewall, DNS, proxyOptions)");
    }
}
