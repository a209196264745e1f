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

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;

/**
 * Where Kafka is and who we are there.
 *
 * @param brokers              the addresses to start from, such as {@code kafka-1:9092,kafka-2:9092}
 * @param securityProtocol     a name of Kafka's, or {@code null} for Kafka's own default
 * @param saslMechanism        as securityProtocol
 * @param saslJaasConfig       as securityProtocol; a secret
 * @param additionalProperties any properties of Kafka's clients; they win over everything else
 */
record KafkaAccess(String brokers, String securityProtocol, String saslMechanism, String saslJaasConfig,
        Map<String, Object> additionalProperties) {

    /**
     * @throws IllegalArgumentException when the brokers are missing
     */
    KafkaAccess {
        if (brokers == null || brokers.isBlank()) {
            throw new IllegalArgumentException(
                    "The option brokers is not set. Give the addresses of Kafka, for example brokers=kafka-1:9092,kafka-2:9092");
        }
        additionalProperties = additionalProperties == null ? Map.of() : Map.copyOf(additionalProperties);
    }

    /**
     * What a client of Kafka's is made with.
     *
     * @param  own what this client wants, unless a user says otherwise
     * @return     the caller's to keep; holds secrets
     */
    Map<String, Object> properties(Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(own);
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers);
        // else two clients of one process that are named alike warn of each other's MBeans
        all.put(CommonClientConfigs.CLIENT_ID_CONFIG, "acs-call-" + UUID.randomUUID().toString().substring(0, 8));
        putIfThere(all, CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, securityProtocol);
        putIfThere(all, SaslConfigs.SASL_MECHANISM, saslMechanism);
        putIfThere(all, SaslConfigs.SASL_JAAS_CONFIG, saslJaasConfig);
        all.putAll(additionalProperties);
        return all;
    }

    private static void putIfThere(Map<String, Object> all, String name, String value) {
        if (value != null && !value.isBlank()) {
            all.put(name, value);
        }
    }

    /** The addresses only: the rest may be secret. */
    @Override
    public String toString() {
        return "KafkaAccess[brokers=" + brokers + "]";
    }
}
