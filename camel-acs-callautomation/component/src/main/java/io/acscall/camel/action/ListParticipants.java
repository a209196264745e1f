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
package io.acscall.camel.action;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.azure.core.http.HttpMethod;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.Ending;

/**
 * Reads all participants of a call, page by page: the REST operation {@code GET
 * /calling/callConnections/{id}/participants}.
 */
public final class ListParticipants implements CallAction {

    private static final Set<Option<?>> OPTIONS = Option.setOf(Options.CALL_CONNECTION_ID);

    @Override
    public String name() {
        return "listParticipants";
    }

    @Override
    public Set<Option<?>> options() {
        return OPTIONS;
    }

    @Override
    public ServiceRequest request(Inputs inputs) {
        return new ServiceRequest(HttpMethod.GET, Paths.call(inputs, "/participants"), null, null);
    }

    /** The link is followed as it is; the client refuses one that leads to another host. */
    @Override
    public Optional<ServiceRequest> next(ServiceResponse response) {
        return Optional.ofNullable(Results.text(response.body(), "nextLink")).filter(link -> !link.isBlank())
                .map(link -> ServiceRequest.followUp(URI.create(link)));
    }

    @Override
    public ActionResult result(Inputs inputs, ServiceResponse response) {
        return result(inputs, List.of(response));
    }

    @Override
    public ActionResult result(Inputs inputs, List<ServiceResponse> pages) {
        List<CallParticipant> all = new ArrayList<>();
        pages.forEach(page -> Results.object(page).path("value").forEach(one -> all.add(CallParticipant.read(one))));
        return new ActionResult(List.copyOf(all), Map.of());
    }

    @Override
    public Ending ending() {
        return Ending.none();
    }
}
