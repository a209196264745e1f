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
/**
 * Where operations are remembered: {@link io.acscall.camel.store.MemoryOperationStore} in the heap of one JVM,
 * {@link io.acscall.camel.store.JdbcOperationStore} in a database that nodes share and that outlives them.
 *
 * <p>
 * The tables of the latter are made by {@code V1__acs_call_operation.sql}, {@code V2__acs_call_permit.sql} (the permits
 * of {@code maxConcurrentPerCaller}) and {@code V3__acs_call_cluster.sql} (what nodes know of each other with
 * {@code replyForwarder}), which lie on the class path for Flyway: location {@code classpath:io/acscall/camel/store/h2}
 * or {@code classpath:io/acscall/camel/store/postgresql}. Versions are counted from 1, so give these migrations a
 * history of their own, beside that of the application:
 *
 * <pre>
 * Flyway.configure().dataSource(dataSource)
 *         .locations("classpath:io/acscall/camel/store/postgresql")
 *         .table("acs_call_schema_history")
 *         .baselineOnMigrate(true).baselineVersion("0")
 *         .load().migrate();
 * </pre>
 *
 * Without Flyway, run the scripts once by hand, in their order.
 */
package io.acscall.camel.store;
