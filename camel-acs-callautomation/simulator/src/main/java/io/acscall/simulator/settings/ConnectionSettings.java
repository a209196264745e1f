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
package io.acscall.simulator.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/**
 * What an application needs to use the simulator in the place of the service. All of it is public: nothing but the
 * simulator believes in these secrets.
 *
 * @param endpoint               the simulator's address, without a slash at the end
 * @param accessKey              base64
 * @param resourceId             the audience of callback tokens
 * @param openIdConfigurationUri where an application learns how to check callback tokens
 * @param eventGridSecret        for Event Grid deliveries
 */
public record ConnectionSettings(String endpoint, String accessKey, String resourceId, String openIdConfigurationUri,
        String eventGridSecret) {

    /** Address and key as one string, as the service's portal shows them. */
    public String connectionString() {
        return "endpoint=" + endpoint + "/;accesskey=" + accessKey;
    }

    /** The settings as the control API shows them. */
    public ObjectNode toJson() {
        return Json.object().put("endpoint", endpoint).put("connectionString", connectionString()).put("resourceId", resourceId)
                .put("openIdConfigurationUri", openIdConfigurationUri).put("eventGridSecret", eventGridSecret);
    }
}
