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
package io.acscall.simulator.operation;

import io.acscall.simulator.id.Ids;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.rest.RequestBody;

/** Who an application is in a call: the user it names, else a user that the service makes up. */
public final class AppIdentity {

    private final String resourceId;
    private final Ids ids;

    public AppIdentity(String resourceId, Ids ids) {
        this.resourceId = resourceId;
        this.ids = ids;
    }

    /**
     * @param named the {@code {"id":…}} object of the request, or null
     */
    Identifier of(RequestBody named) {
        return Identifier.of(named == null ? "8:acs:" + resourceId + "_" + ids.uuid() : named.text("id"));
    }
}
