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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.acscall.simulator.http.PathTemplate;
import io.acscall.simulator.http.ServiceAnswer;

/** The operations that the simulator has. Adding one is one call and one handler. */
public final class OperationTable {

    /** What all paths begin with. */
    static final String CONNECTIONS = "/calling/callConnections";

    private final List<Operation> operations = new ArrayList<>();

    /**
     * An operation that was found for a request.
     *
     * @param operation  the operation
     * @param parameters the decoded parameters of its path
     */
    record Match(Operation operation, Map<String, String> parameters) {
    }

    /** Begins an entry; it is added by {@link Entry#handledBy}. */
    public Entry add(String name, String method, String path, int status) {
        return new Entry(name, method, PathTemplate.of(path), status);
    }

    /** The names of all operations. */
    public Set<String> names() {
        return operations.stream().map(Operation::name).collect(Collectors.toUnmodifiableSet());
    }

    Optional<Match> find(String method, String rawPath) {
        return operations.stream().filter(operation -> operation.method().equals(method)).flatMap(operation -> operation.path()
                .match(rawPath).map(parameters -> new Match(operation, parameters)).stream()).findFirst();
    }

    /** The verbs that a path takes; empty when there is no such path. */
    List<String> methods(String rawPath) {
        return operations.stream().filter(operation -> operation.path().match(rawPath).isPresent()).map(Operation::method)
                .toList();
    }

    /** An entry in the making. */
    public final class Entry {

        private final String name;
        private final String method;
        private final PathTemplate path;
        private final int status;
        private boolean body;
        private boolean repeatable;
        private boolean tellsRepeat;
        private boolean versioned = true;

        private Entry(String name, String method, PathTemplate path, int status) {
            this.name = name;
            this.method = method;
            this.path = path;
            this.status = status;
        }

        /** A JSON object must be sent. */
        public Entry withBody() {
            body = true;
            return this;
        }

        /** A repeated request id gets the first answer again. */
        public Entry repeatable() {
            repeatable = true;
            return this;
        }

        /** As {@link #repeatable()}, and the answer says so. */
        public Entry tellingRepeat() {
            tellsRepeat = true;
            return repeatable();
        }

        /** It is not part of the REST API that has api-versions. */
        public Entry unversioned() {
            versioned = false;
            return this;
        }

        /** Adds the entry to the table. */
        public void handledBy(OperationHandler handler) {
            answeredBy(request -> ServiceAnswer.of(status, handler.handle(request)));
        }

        /** Adds the entry to the table; its answers have statuses of their own. */
        public void answeredBy(OperationAnswer handler) {
            operations.add(new Operation(name, method, path, status, body, repeatable, tellsRepeat, versioned, handler));
        }
    }
}
