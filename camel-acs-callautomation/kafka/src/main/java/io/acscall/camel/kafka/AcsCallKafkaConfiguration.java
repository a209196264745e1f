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

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * Where Kafka is, how records are taken from it, and what becomes of those that fail.
 */
@UriParams
@Configurer
public class AcsCallKafkaConfiguration implements Cloneable {

    @UriParam(label = "common",
              description = "The addresses of Kafka to start from, for example kafka-1:9092,kafka-2:9092. Required, here or on"
                            + " the component.")
    private String brokers;
    @UriParam(label = "consumer",
              description = "The group of workers that share the partitions of the topic. Required, here or on the component.")
    private String groupId;
    @UriParam(label = "consumer", enums = "earliest,latest,none", defaultValue = "earliest",
              description = "Where a group starts that has no offset for a partition.")
    private String autoOffsetReset = "earliest";
    @UriParam(label = "consumer", defaultValue = "1000",
              description = "How many records of a partition may be unfinished. The partition is paused at this number; what Kafka"
                            + " had handed out by then (max.poll.records, at most as many again) comes on top.")
    private int maxInFlight = 1000;
    @UriParam(label = "consumer,advanced", defaultValue = "10",
              description = "How many threads hand records to the route. A route that holds its thread (one that calls a database,"
                            + " say) works on as many partitions at a time.")
    private int poolSize = 10;
    @UriParam(label = "consumer,advanced", defaultValue = "500ms", javaType = "java.time.Duration",
              description = "How often offsets are committed. After a worker was killed, what it has finished since then is read"
                            + " again.")
    private Duration commitInterval = Duration.ofMillis(500);
    @UriParam(label = "consumer,advanced", defaultValue = "2s", javaType = "java.time.Duration",
              description = "How long a partition that goes to another worker waits for its records that are in the route. What"
                            + " is not finished then is read again by the other worker.")
    private Duration revokeTimeout = Duration.ofSeconds(2);
    @UriParam(label = "consumer", defaultValue = "10",
              description = "How often a record whose exchange has failed is tried again before it is given up; -1 for ever. A"
                            + " failure that only says that there is no room now (acs-call:dispatch does) does not count.")
    private int maxRetries = 10;
    @UriParam(label = "consumer", defaultValue = "1s", javaType = "java.time.Duration",
              description = "The time before the first of these tries. It doubles with each, up to maxRetryDelay.")
    private Duration retryDelay = Duration.ofSeconds(1);
    @UriParam(label = "consumer,advanced", defaultValue = "30s", javaType = "java.time.Duration",
              description = "The longest time between two tries.")
    private Duration maxRetryDelay = Duration.ofSeconds(30);
    @UriParam(label = "consumer",
              description = "A topic for records that are given up, with headers that say where they came from and why. When"
                            + " not set, such a record is logged as an error, counted and passed over.")
    private String deadLetterTopic;
    @UriParam(label = "security", enums = "PLAINTEXT,SSL,SASL_PLAINTEXT,SASL_SSL",
              description = "How Kafka is reached: Kafka's own security.protocol. SASL_SSL for Event Hubs.")
    private String securityProtocol;
    @UriParam(label = "security",
              description = "Kafka's own sasl.mechanism, such as PLAIN, SCRAM-SHA-512 or OAUTHBEARER.")
    private String saslMechanism;
    @UriParam(label = "security", secret = true,
              description = "Kafka's own sasl.jaas.config: the login module with user and password.")
    private String saslJaasConfig;
    @UriParam(label = "advanced", prefix = "additionalProperties.", multiValue = true,
              description = "Any property of Kafka's clients, for example additionalProperties.session.timeout.ms=30000. They win"
                            + " over what the component sets.")
    private Map<String, Object> additionalProperties = new HashMap<>();

    /** With the defaults. */
    public AcsCallKafkaConfiguration() {
    }

    /** {@return a copy that changes on its own} */
    public AcsCallKafkaConfiguration copy() {
        try {
            AcsCallKafkaConfiguration copy = (AcsCallKafkaConfiguration) clone();
            copy.additionalProperties = new HashMap<>(additionalProperties);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    KafkaAccess access() {
        return new KafkaAccess(brokers, securityProtocol, saslMechanism, saslJaasConfig, additionalProperties);
    }

    public String getBrokers() {
        return brokers;
    }

    public void setBrokers(String brokers) {
        this.brokers = brokers;
    }

    public String getGroupId() {
        return groupId;
    }

    public void setGroupId(String groupId) {
        this.groupId = groupId;
    }

    public String getAutoOffsetReset() {
        return autoOffsetReset;
    }

    public void setAutoOffsetReset(String autoOffsetReset) {
        this.autoOffsetReset = autoOffsetReset;
    }

    public int getMaxInFlight() {
        return maxInFlight;
    }

    public void setMaxInFlight(int maxInFlight) {
        this.maxInFlight = maxInFlight;
    }

    public int getPoolSize() {
        return poolSize;
    }

    public void setPoolSize(int poolSize) {
        this.poolSize = poolSize;
    }

    public Duration getCommitInterval() {
        return commitInterval;
    }

    public void setCommitInterval(Duration commitInterval) {
        this.commitInterval = commitInterval;
    }

    public Duration getRevokeTimeout() {
        return revokeTimeout;
    }

    public void setRevokeTimeout(Duration revokeTimeout) {
        this.revokeTimeout = revokeTimeout;
    }

    public int getMaxRetries() {
        return maxRetries;
    }

    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public Duration getRetryDelay() {
        return retryDelay;
    }

    public void setRetryDelay(Duration retryDelay) {
        this.retryDelay = retryDelay;
    }

    public Duration getMaxRetryDelay() {
        return maxRetryDelay;
    }

    public void setMaxRetryDelay(Duration maxRetryDelay) {
        this.maxRetryDelay = maxRetryDelay;
    }

    public String getDeadLetterTopic() {
        return deadLetterTopic;
    }

    public void setDeadLetterTopic(String deadLetterTopic) {
        this.deadLetterTopic = deadLetterTopic;
    }

    public String getSecurityProtocol() {
        return securityProtocol;
    }

    public void setSecurityProtocol(String securityProtocol) {
        this.securityProtocol = securityProtocol;
    }

    public String getSaslMechanism() {
        return saslMechanism;
    }

    public void setSaslMechanism(String saslMechanism) {
        this.saslMechanism = saslMechanism;
    }

    public String getSaslJaasConfig() {
        return saslJaasConfig;
    }

    public void setSaslJaasConfig(String saslJaasConfig) {
        this.saslJaasConfig = saslJaasConfig;
    }

    public Map<String, Object> getAdditionalProperties() {
        return additionalProperties;
    }

    public void setAdditionalProperties(Map<String, Object> additionalProperties) {
        this.additionalProperties = additionalProperties;
    }
}
