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
package io.acscall.examples.frontdesk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The environment variables without which the application cannot talk to Azure, as application.properties names them.
 */
enum RequiredVariable {

    ACS_CONNECTION_STRING("the connection string of the Communication Services resource"),
    ACS_RESOURCE_ID("its immutable resource id, a GUID"),
    ACS_PHONE_NUMBER("a phone number of the resource, such as +18005550100"),
    ACS_ALLOWED_TARGETS("who may be called back, such as +1604*"),
    ACS_CALLBACK_BASE_URI("the public address of this application, such as https://desk.example.com"),
    ACS_EVENT_GRID_SECRET("the secret that the Event Grid subscription sends"),
    ACS_COGNITIVE_SERVICES_ENDPOINT("the Azure AI service that speaks, such as https://NAME.cognitiveservices.azure.com/");

    private final String meaning;

    RequiredVariable(String meaning) {
        this.meaning = meaning;
    }

    /** A line for each variable that is not set. */
    static List<String> missingIn(Map<String, String> environment) {
        return Arrays.stream(values()).filter(one -> environment.getOrDefault(one.name(), "").isBlank())
                .map(one -> String.format("  %-31s  %s", one.name(), one.meaning)).toList();
    }
}
