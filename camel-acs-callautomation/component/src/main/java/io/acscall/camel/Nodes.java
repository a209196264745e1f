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
package io.acscall.camel;

import java.util.Arrays;
import java.util.Optional;

import io.acscall.camel.action.CallAction;
import io.acscall.camel.await.OpenWaits;
import io.acscall.camel.await.WaitTokens;
import io.acscall.camel.cluster.ClusterCounts;
import io.acscall.camel.cluster.ClusterTies;
import io.acscall.camel.cluster.ManyNodes;
import io.acscall.camel.cluster.OneNode;
import io.acscall.camel.cluster.Untokened;
import io.acscall.camel.cluster.Waiting;
import io.acscall.camel.spi.ClusterStore;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;

/**
 * Whether a component is on its own or one of several nodes (option {@code replyForwarder}), and what follows from
 * that.
 */
final class Nodes {

    private static final int MAX_EVENT_IDS = 100_000;

    private final AcsCallConfiguration configuration;
    private final String instance;
    private final ClusterStore store;
    private final Waiting waiting;
    private final ManyNodes many;

    private Nodes(AcsCallConfiguration configuration, String instance, ClusterStore store, Waiting waiting, ManyNodes many) {
        this.configuration = configuration;
        this.instance = instance;
        this.store = store;
        this.waiting = waiting;
        this.many = many;
    }

    /**
     * What the options say.
     *
     * @throws IllegalArgumentException when there is a forwarder, but nothing that all nodes share
     */
    static Nodes of(AcsCallConfiguration configuration, OpenWaits waits, WaitTokens tokens, Threads threads) {
        if (configuration.getReplyForwarder() == null) {
            if (configuration.getIdempotentRepository() == null) {
                configuration.setIdempotentRepository(
                        MemoryIdempotentRepository.memoryIdempotentRepository(new NewestKeys(MAX_EVENT_IDS)));
            }
            return new Nodes(configuration, tokens.instance(), null, new OneNode(waits), null);
        }
        ClusterStore store = configuration.getOperationStore().cluster().orElseThrow(() -> new IllegalArgumentException(
                "Option 'replyForwarder' needs an operationStore that all nodes share, but "
                                                                                                                        + configuration
                                                                                                                                .getOperationStore()
                                                                                                                                .getClass()
                                                                                                                                .getSimpleName()
                                                                                                                        + " serves one node only. Set it, for"
                                                                                                                        + " example operationStore=#bean:store"
                                                                                                                        + " with a JdbcOperationStore"));
        Untokened untokened = new Untokened(
                Arrays.stream(AcsCallOperation.values()).flatMap(one -> one.action().stream())
                        .map(CallAction::ending).toList());
        ManyNodes many = new ManyNodes(
                waits, tokens, configuration.getReplyForwarder(), store, untokened,
                new ClusterTies(threads.cluster(), threads, System::nanoTime, AcsCallComponent::newId),
                configuration.getReplyTimeout(), configuration.getNodeLease());
        return new Nodes(configuration, tokens.instance(), store, many, many);
    }

    Waiting waiting() {
        return waiting;
    }

    /** What remembers the events of a way in. A repository that the user has set counts more. */
    EventMemory memory(String stage) {
        IdempotentRepository repository = configuration.getIdempotentRepository();
        return repository != null
                ? new RepositoryMemory(repository, stage) : new ClusterMemory(store, instance, stage);
    }

    void start() throws Exception {
        if (many != null) {
            many.start();
        }
    }

    void stop() {
        if (many != null) {
            many.stop();
        }
    }

    /** Empty for a node that is on its own. */
    Optional<ClusterCounts> counts() {
        return Optional.ofNullable(many).map(ManyNodes::counts);
    }
}
