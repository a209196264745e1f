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
package io.acscall.simulator.rest;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.auth.ServiceAuthenticator;
import io.acscall.simulator.call.Call;
import io.acscall.simulator.fault.RestFate;
import io.acscall.simulator.http.ServiceAnswer;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The REST API: who asks, which operation, which api-version, is it a repetition, then the operation itself. It knows
 * no HTTP server.
 */
public final class ServiceApi {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceApi.class);
    private static final int REMEMBERED = 10_000;
    /** Stands for an answer that is never written. */
    private static final int NO_ANSWER = 500;
    private static final ServiceExchange GIVEN_UP
            = new ServiceExchange(ServiceAnswer.empty(NO_ANSWER), Transmission.NOTHING, () -> {
            });

    private final OperationTable operations;
    private final ServiceAuthenticator authenticator;
    private final ApiVersions apiVersions;
    private final ServiceJournal journal;
    private final Misfortune misfortune;
    private final RepeatMemory memory = new RepeatMemory(REMEMBERED);

    /**
     * @param misfortune what goes wrong on purpose
     * @param strict     whether api-versions newer than known are refused
     */
    public ServiceApi(OperationTable operations, ServiceAuthenticator authenticator, ServiceJournal journal,
                      Misfortune misfortune, boolean strict) {
        this.operations = operations;
        this.authenticator = authenticator;
        this.journal = journal;
        this.misfortune = misfortune;
        this.apiVersions = new ApiVersions(strict, journal.timeline());
    }

    /**
     * Answers a request. The exchange must be told when the answer has been written: the events it causes wait for
     * that.
     *
     * @return completes with the answer, never exceptionally; at once but for a repetition of a request that is under
     *         way and for a request that is to be slow
     */
    public CompletableFuture<ServiceExchange> handle(ServiceCall call) {
        try {
            authenticator.authenticate(call.signed());
            OperationTable.Match match = find(call);
            RestFate fate = misfortune.fate(match.operation());
            CompletableFuture<Void> ready = misfortune.beforeActing(fate);
            CompletableFuture<ServiceExchange> exchange = fate.acts()
                    ? ready.thenCompose(now -> act(call, match, fate))
                    : ready.thenApply(now -> journal.unseen(call, match.operation(), failure(fate),
                            misfortune.transmission(fate), fate.label()));
            return exchange.exceptionally(reset -> GIVEN_UP);
        } catch (ServiceFault fault) {
            return CompletableFuture.completedFuture(journal.refused(call, null, fault));
        }
    }

    private ServiceAnswer failure(RestFate fate) {
        return misfortune.answer(fate, ServiceAnswer.empty(NO_ANSWER));
    }

    private CompletableFuture<ServiceExchange> act(ServiceCall call, OperationTable.Match match, RestFate fate) {
        try {
            return operate(call, match, fate);
        } catch (ServiceFault fault) {
            return CompletableFuture.completedFuture(journal.refused(call, match.operation(), fault));
        }
    }

    /** Forgets all repeatable requests, and gives up requests that wait on purpose: their connections are closed. */
    public void clear() {
        misfortune.giveUp();
        memory.clear();
    }

    private OperationTable.Match find(ServiceCall call) {
        return operations.find(call.method(), call.rawPath()).orElseThrow(() -> {
            List<String> methods = operations.methods(call.rawPath());
            return methods.isEmpty()
                    ? ServiceFault.of(404, "NotFound", "No HTTP resource was found that matches the request URI.")
                    : ServiceFault.methodNotAllowed(call.method(), String.join(", ", methods));
        });
    }

    private CompletableFuture<ServiceExchange> operate(ServiceCall call, OperationTable.Match match, RestFate fate) {
        Operation operation = match.operation();
        String apiVersion = operation.versioned() ? apiVersions.check(call.query("api-version")) : null;
        OperationRequest request = new OperationRequest(
                match.parameters(), call::query, call::header, apiVersion, body(call, operation));
        String requestId = operation.repeatable() ? call.header("repeatability-request-id") : null;
        if (requestId == null) {
            return answered(call, operation, request, run(operation, request), fate);
        }
        return memory.answer(operation.name(), requestId, () -> run(operation, request))
                .thenCompose(answer -> answered(call, operation, request, telling(operation, answer), fate));
    }

    private CompletableFuture<ServiceExchange> answered(
            ServiceCall call, Operation operation, OperationRequest request, ServiceAnswer answer, RestFate fate) {
        long asked = journal.asked(call, operation, answer.callId());
        return misfortune.beforeAnswering(fate, request)
                .thenApply(now -> journal.answered(asked, call, operation, misfortune.answer(fate, answer),
                        misfortune.transmission(fate), fate.label(), request::answered));
    }

    private static JsonNode body(ServiceCall call, Operation operation) {
        if (call.body().length == 0) {
            if (operation.body()) {
                throw ServiceFault.invalid("body", "a JSON object is required.");
            }
            return null;
        }
        try {
            JsonNode json = Json.read(call.body());
            if (json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            throw ServiceFault.invalid("body", "it is not JSON.");
        }
        throw ServiceFault.invalid("body", "it must be a JSON object.");
    }

    private static ServiceAnswer run(Operation operation, OperationRequest request) {
        ServiceAnswer answer = handled(operation, request);
        for (Call call : request.calls()) {
            answer = answer.withHeader("X-Microsoft-Skype-Chain-ID", call.identity().correlationId())
                    .about(call.identity().id());
        }
        return answer;
    }

    private static ServiceAnswer handled(Operation operation, OperationRequest request) {
        try {
            return operation.handler().answer(request);
        } catch (ServiceFault fault) {
            return fault.toAnswer();
        } catch (RuntimeException e) {
            LOG.error("The simulator failed at {}", operation.name(), e);
            return ServiceFault.of(500, "9999", "The simulator failed: " + e).toAnswer();
        }
    }

    private static ServiceAnswer telling(Operation operation, ServiceAnswer answer) {
        return operation.tellsRepeat() && answer.status() == operation.status()
                ? answer.withHeader("Repeatability-Result", "accepted") : answer;
    }
}
