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

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.NotAnEventException;
import io.acscall.camel.spi.ReplyForwarder;
import io.acscall.camel.spi.ReplyReceiver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forwards events between nodes through a Kafka topic. As a bean in {@code application.properties}:
 *
 * <pre>
 * camel.beans.replies = #class:io.acscall.camel.kafka.KafkaReplyForwarder
 * camel.beans.replies.brokers = kafka-1:9092,kafka-2:9092
 * </pre>
 *
 * <p>
 * Each incarnation listens to one partition of the topic, from when it has started; who shares a partition leaves what
 * is for others alone. There is no group and no rebalancing.
 */
public class KafkaReplyForwarder implements ReplyForwarder {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaReplyForwarder.class);

    private String brokers;
    private String topic = "acs-call-replies";
    private boolean createTopic = true;
    private int partitions = 16;
    private int maxPending = 10_000;
    private Duration answerTimeout = Duration.ofSeconds(30);
    private Duration startTimeout = Duration.ofSeconds(30);
    private String securityProtocol;
    private String saslMechanism;
    private String saslJaasConfig;
    private Map<String, Object> additionalProperties = new HashMap<>();

    private volatile Running running;

    /** What there is between start and stop. */
    private record Running(String instance, PendingAnswers pending, ReplyOutbox outbox, ReplyInbox inbox) {
    }

    /** With the defaults; brokers are missing. */
    public KafkaReplyForwarder() {
    }

    @Override
    public synchronized void start(String instance, ReplyReceiver receiver) throws Exception {
        if (running != null) {
            throw new IllegalStateException(
                    "The KafkaReplyForwarder has been started already; each acs-call component needs one of its own");
        }
        checkLimits();
        KafkaAccess access
                = new KafkaAccess(brokers, securityProtocol, saslMechanism, saslJaasConfig, additionalProperties);
        ReplyTopic found = ReplyTopic.find(access, topic, createTopic ? partitions : 0, startTimeout);
        PendingAnswers pending = new PendingAnswers(maxPending, answerTimeout, System::nanoTime);
        ReplyOutbox outbox = new ReplyOutbox(found, access, 2 * maxPending);
        try {
            ReplyInbox inbox = new ReplyInbox(
                    instance, found, access, startTimeout, message -> take(message, receiver, pending, outbox),
                    pending::expire);
            running = new Running(instance, pending, outbox, inbox);
        } catch (RuntimeException e) {
            outbox.close();
            throw e;
        }
    }

    private void checkLimits() {
        if (partitions < 1 || maxPending < 1) {
            throw new IllegalArgumentException(
                    "KafkaReplyForwarder: partitions=" + partitions + " and maxPending=" + maxPending
                                               + " must be at least 1, for example partitions=16");
        }
    }

    private static void take(
            ReplyMessage message, ReplyReceiver receiver, PendingAnswers pending, ReplyOutbox outbox) {
        if (message.isAnswer()) {
            pending.answer(message.id(), message.answer());
            return;
        }
        try {
            receiver.receive(message.readEvent()).whenComplete((ended, failed) -> {
                if (failed == null) {
                    outbox.send(message.answered(ended),
                            e -> LOG.warn("An answer to another node could not be sent: {}", e.toString()));
                } else {
                    LOG.warn("A forwarded event could not be taken; its sender goes on without an answer: {}",
                            failed.toString());
                }
            });
        } catch (NotAnEventException e) {
            LOG.warn("What another node has forwarded is no event: {}", e.getMessage());
        }
    }

    @Override
    public CompletionStage<Boolean> forward(String instance, CallEvent event) {
        Running now = running;
        if (now == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("The KafkaReplyForwarder is not started"));
        }
        String id = UUID.randomUUID().toString();
        CompletableFuture<Boolean> answer = now.pending().open(id);
        if (!answer.isDone()) {
            now.outbox().send(ReplyMessage.of(id, now.instance(), instance, event), answer::completeExceptionally);
        }
        return answer;
    }

    @Override
    public synchronized void stop() {
        Running now = running;
        running = null;
        if (now != null) {
            now.inbox().close();
            IllegalStateException stopped = new IllegalStateException("The KafkaReplyForwarder has stopped");
            // first, for what is not sent yet would fail for a reason of Kafka's; then whoever came in between
            now.pending().failAll(stopped);
            now.outbox().close();
            now.pending().failAll(stopped);
        }
    }

    /** {@return the addresses of Kafka, {@code null} when not set} */
    public String getBrokers() {
        return brokers;
    }

    /**
     * Where Kafka is. Required.
     *
     * @param brokers the addresses to start from, for example {@code kafka-1:9092,kafka-2:9092}
     */
    public void setBrokers(String brokers) {
        this.brokers = brokers;
    }

    /** {@return the topic through which nodes answer each other} */
    public String getTopic() {
        return topic;
    }

    /**
     * By default {@code acs-call-replies}. The same for all nodes of an application, and another for each application.
     *
     * @param topic the name of the topic
     */
    public void setTopic(String topic) {
        this.topic = topic;
    }

    /** {@return whether a missing topic is made} */
    public boolean isCreateTopic() {
        return createTopic;
    }

    /**
     * By default {@code true}.
     *
     * @param createTopic whether a missing topic is made
     */
    public void setCreateTopic(boolean createTopic) {
        this.createTopic = createTopic;
    }

    /** {@return how many partitions a new topic gets} */
    public int getPartitions() {
        return partitions;
    }

    /**
     * By default 16: as many as there are nodes is good. All nodes must see the same number, so a topic that is in use
     * must not get more.
     *
     * @param partitions how many partitions a new topic gets
     */
    public void setPartitions(int partitions) {
        this.partitions = partitions;
    }

    /** {@return how many events may wait for their answer} */
    public int getMaxPending() {
        return maxPending;
    }

    /**
     * By default 10,000; one more is not forwarded.
     *
     * @param maxPending how many events may wait for their answer
     */
    public void setMaxPending(int maxPending) {
        this.maxPending = maxPending;
    }

    /** {@return how long an answer is waited for} */
    public Duration getAnswerTimeout() {
        return answerTimeout;
    }

    /**
     * By default 30 seconds. The component has given up before, after its option {@code replyTimeout}.
     *
     * @param answerTimeout how long an answer is waited for
     */
    public void setAnswerTimeout(Duration answerTimeout) {
        this.answerTimeout = answerTimeout;
    }

    /** {@return how long Kafka may take at the start} */
    public Duration getStartTimeout() {
        return startTimeout;
    }

    /**
     * By default 30 seconds; the component does not start when Kafka takes longer.
     *
     * @param startTimeout how long Kafka may take at the start
     */
    public void setStartTimeout(Duration startTimeout) {
        this.startTimeout = startTimeout;
    }

    /** {@return Kafka's own {@code security.protocol}, {@code null} for its default} */
    public String getSecurityProtocol() {
        return securityProtocol;
    }

    /**
     * Kafka's own {@code security.protocol}.
     *
     * @param securityProtocol such as {@code SASL_SSL}
     */
    public void setSecurityProtocol(String securityProtocol) {
        this.securityProtocol = securityProtocol;
    }

    /** {@return Kafka's own {@code sasl.mechanism}, {@code null} for its default} */
    public String getSaslMechanism() {
        return saslMechanism;
    }

    /**
     * Kafka's own {@code sasl.mechanism}.
     *
     * @param saslMechanism such as {@code PLAIN}
     */
    public void setSaslMechanism(String saslMechanism) {
        this.saslMechanism = saslMechanism;
    }

    /** {@return Kafka's own {@code sasl.jaas.config}, a secret; {@code null} when not set} */
    public String getSaslJaasConfig() {
        return saslJaasConfig;
    }

    /**
     * Kafka's own {@code sasl.jaas.config}, a secret.
     *
     * @param saslJaasConfig the login module with user and password
     */
    public void setSaslJaasConfig(String saslJaasConfig) {
        this.saslJaasConfig = saslJaasConfig;
    }

    /** {@return any further properties of Kafka's clients} */
    public Map<String, Object> getAdditionalProperties() {
        return additionalProperties;
    }

    /**
     * Any further properties of Kafka's clients; they win over what is set here.
     *
     * @param additionalProperties properties by their name
     */
    public void setAdditionalProperties(Map<String, Object> additionalProperties) {
        this.additionalProperties = additionalProperties;
    }
}
