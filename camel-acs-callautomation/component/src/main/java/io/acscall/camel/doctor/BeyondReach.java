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
package io.acscall.camel.doctor;

import java.util.List;

/**
 * What nobody can see from inside, and how it is proved otherwise.
 */
public enum BeyondReach {
    /** The way from Azure. */
    WAY_IN("from Azure",
           "Whether the service itself reaches the public address, from its network and with its trust in certificates",
           "Have the first call made: CallConnected comes in, or nothing does"),
    /** The audience of tokens. */
    AUDIENCE("audience", "Whether immutableResourceId is the id of this very resource",
             "Compare it with: az communication show --name NAME --resource-group GROUP --query immutableResourceId; a wrong one shows "
                                                                                        + "as callback refused with 401 (audience)"),
    /** The number that people see. */
    NUMBERS("numbers", "Whether sourceCallerId and the numbers of consumers belong to the resource",
            "Look at Phone numbers of the resource in the portal; a foreign one fails with 403/7507 or 400/8523"),
    /** Spoken text. */
    SPEECH("speech", "Whether cognitiveServicesEndpoint is linked to the resource and its identity has a role on it",
           "Play a text in a first call; a missing link fails with 400/8567"),
    /** Deliveries. */
    SUBSCRIPTION("subscription", "Whether an Event Grid subscription for IncomingCall exists and points to the address above",
                 "Look at Events of the resource in the portal, then ring the number"),
    /** Streams. */
    WEB_SOCKETS("websockets", "Whether the proxy lets WebSockets through to mediaStreamPath and transcriptionPath",
                "Start a stream in a first call; MediaStreamingFailed says that it does not get through");

    private final String about;
    private final String text;
    private final String proof;

    BeyondReach(String about, String text, String proof) {
        this.about = about;
        this.text = text;
        this.proof = proof;
    }

    /** {@return as findings} */
    public static List<Finding> findings() {
        return List.of(values()).stream().map(one -> Finding.unproved(one.about, one.text, one.proof)).toList();
    }

    /** {@return as a finding: a token of Event Grid can't be had here} */
    public static List<Finding> handshakeWithAToken() {
        return List.of(Finding.unproved("event grid", "Whether the handshake with a token of Microsoft Entra ID is answered",
                "Make the subscription: Event Grid does the handshake then, and says when it fails"));
    }
}
