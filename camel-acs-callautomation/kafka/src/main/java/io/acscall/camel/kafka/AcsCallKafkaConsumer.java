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
package io.acscall.camel.kafka;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns records of Kafka into exchanges. Those of a partition are handed to the route in their order, and are in it at
 * the same time as far as the route lets go of the thread.
 */
@ManagedResource(description = "Managed acs-call-kafka consumer")
public class AcsCallKafkaConsumer extends DefaultConsumer implements Suspendable, ShutdownAware {

    private static final Logger LOG = LoggerFactory.getLogger(AcsCallKafkaConsumer.class);
    private static final long LEAVE_SECONDS = 15;

    private final RecordCounts counts = new RecordCounts();
    private final AtomicInteger inRoute = new AtomicInteger();
    private ExecutorService handingOver;
    private ExecutorService polling;
    private DeadLetters deadLetters;
    private PollLoop loop;

    AcsCallKafkaConsumer(AcsCallKafkaEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    @Override
    public AcsCallKafkaEndpoint getEndpoint() {
        return (AcsCallKafkaEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        AcsCallKafkaConfiguration options = getEndpoint().getConfiguration();
        PollSettings settings = new PollSettings(
                getEndpoint().topics(), options.getMaxInFlight(), options.getCommitInterval(), options.getRevokeTimeout());
        RetryPlan retries = new RetryPlan(options.getMaxRetries(), options.getRetryDelay(), options.getMaxRetryDelay());
        ExecutorServiceManager manager = getEndpoint().getCamelContext().getExecutorServiceManager();
        handingOver = manager.newThreadPool(this, "AcsCallKafkaRecords", profile(options.getPoolSize()));
        polling = manager.newSingleThreadExecutor(this, "AcsCallKafkaPoll");
        try {
            if (options.getDeadLetterTopic() != null) {
                deadLetters = new DeadLetters(options.getDeadLetterTopic(), options.access(), handingOver);
            }
            GivenUp givenUp = deadLetters != null ? deadLetters : AcsCallKafkaConsumer::passOver;
            loop = new PollLoop(
                    settings, () -> ConsumerClient.of(options),
                    () -> new PartitionWork(new Route(), givenUp, retries, counts, handingOver, System::nanoTime),
                    this::isTakingRecords,
                    failed -> getExceptionHandler().handleException("Error reading from Kafka", failed));
        } catch (RuntimeException e) {
            release();
            throw e;
        }
        polling.execute(loop);
    }

    /** Each partition has one task in it at most, and one for each of its dead letters. */
    private static ThreadPoolProfile profile(int size) {
        ThreadPoolProfile profile = new ThreadPoolProfile("acsCallKafkaRecords");
        profile.setPoolSize(size);
        profile.setMaxPoolSize(size);
        profile.setMaxQueueSize(Integer.MAX_VALUE);
        profile.setKeepAliveTime(60L);
        profile.setTimeUnit(TimeUnit.SECONDS);
        profile.setAllowCoreThreadTimeOut(true);
        // Camel's default would run a refused task on the thread that polls
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        return profile;
    }

    private static CompletionStage<Void> passOver(Attempt attempt, Exception why) {
        LOG.error("The record {} has failed {} times and is passed over; set the option deadLetterTopic to keep such records",
                attempt, attempt.failures(), why);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    protected void doStop() throws Exception {
        if (loop != null) {
            loop.stop();
            polling.shutdown();
            if (!polling.awaitTermination(LEAVE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Kafka did not answer while {} stopped; what was not committed is read again", getEndpoint());
            }
            release();
        }
        super.doStop();
    }

    private void release() {
        ExecutorServiceManager manager = getEndpoint().getCamelContext().getExecutorServiceManager();
        manager.shutdownNow(polling);
        if (deadLetters != null) {
            deadLetters.close();
        }
        manager.shutdownGraceful(handingOver);
        loop = null;
        deadLetters = null;
    }

    private boolean isTakingRecords() {
        return isRunAllowed() && !isSuspendingOrSuspended();
    }

    @Override
    public boolean isHostedService() {
        return false;
    }

    /** New records are not taken once the route stops; those in it are finished. */
    @Override
    public boolean deferShutdown(ShutdownRunningTask shutdownRunningTask) {
        return false;
    }

    @Override
    @ManagedAttribute(description = "How many records are in the route")
    public int getPendingExchangesSize() {
        return inRoute.get();
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        // nothing to prepare: suspending stops new records, and the pending count holds the route until the rest is done
    }

    /** {@return how many records were finished} */
    @ManagedAttribute(description = "How many records were finished")
    public long getFinishedRecords() {
        return counts.finished.sum();
    }

    /** {@return how many exchanges of records have failed; a record may fail several times} */
    @ManagedAttribute(description = "How many exchanges of records have failed; a record may fail several times")
    public long getFailedTries() {
        return counts.failed.sum();
    }

    /** {@return how often there was no room for a record} */
    @ManagedAttribute(description = "How often there was no room for a record")
    public long getTimesWithoutRoom() {
        return counts.noRoom.sum();
    }

    /** {@return how many records were given up, after the last try} */
    @ManagedAttribute(description = "How many records were given up, after the last try")
    public long getRecordsGivenUp() {
        return counts.givenUp.sum();
    }

    private final class Route implements RecordRoute {

        @Override
        public boolean isOpen() {
            return isTakingRecords();
        }

        @Override
        public void take(Attempt attempt, BiConsumer<Verdict, Exception> done) {
            Exchange exchange = createExchange(false);
            exchange.setPattern(ExchangePattern.InOnly);
            RecordMessage.fill(exchange.getMessage(), attempt.record());
            inRoute.incrementAndGet();
            getAsyncProcessor().process(exchange, doneSync -> {
                Verdict verdict = Verdict.of(exchange);
                Exception why = exchange.getException();
                releaseExchange(exchange, false);
                inRoute.decrementAndGet();
                done.accept(verdict, why);
            });
        }
    }
}
