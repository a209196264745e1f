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

package io.acscall.examples.cluster;

import io.vertx.core.VertxOptions;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.PropertyInject;

/** What an ingress node needs besides its route. */
public class IngressBeans implements CamelConfiguration {

    /**
     * Threads of the HTTP server. Each request holds one until Kafka has its event, and one that finds too many held is
     * refused, which loses its event: so there are enough for the moments in which Kafka is slow.
     */
    @BindToRegistry("httpThreads")
    public VertxOptions httpThreads(@PropertyInject("cluster.http-threads") int threads) {
        return new VertxOptions().setWorkerPoolSize(threads);
    }
}
