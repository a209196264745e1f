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

import java.util.Arrays;
import java.util.Set;

/**
 * What it means when something else answers a probe than the application that it was meant for.
 */
enum StrangeAnswer {

    ELSEWHERE(Set.of(200, 201, 202, 204), "something else answers there, or an application with other secrets",
              "Let the proxy pass POST requests for this path on to the application, unchanged"),
    MOVED(Set.of(301, 302, 303, 307, 308), "it sends the caller elsewhere, a login page or another address",
          "Set callbackBaseUri to the address that it ends at, and let nobody log in for this path"),
    REFUSED(Set.of(401), "an application of this kind refuses the probe, or a proxy asks for a login",
            "Run the doctor with the properties of the running application: the same key and secrets. Else look whether the clocks "
                                                                                                       + "are more than 5 minutes apart, and whether a proxy changes path or body"),
    FORBIDDEN(Set.of(403), "a proxy or firewall forbids it",
              "Let POST requests of the service in: they come from Azure's addresses, with a token in Authorization"),
    UNKNOWN_PATH(Set.of(404), "the path is not known there",
                 "Start the application with its routes: the first consumer or awaiting step opens the path. Else the proxy changes the "
                                                             + "path, or %s is another one"),
    METHOD(Set.of(405), "POST is not allowed there", "Let the proxy pass POST on for this path"),
    TOO_LARGE(Set.of(413), "16 KB are too much for it",
              "Raise the limit of the proxy to at least 1 MB, and maxBodySize if it was lowered"),
    NO_APPLICATION(Set.of(502, 504), "the proxy there gets no answer from the application",
                   "Start the application, and look at the address and port that the proxy sends to"),
    BUSY(Set.of(503), "the path is closed, because its routes are stopped or not started; or the proxy has no application",
         "Start the routes of the application"),
    OTHER(Set.of(), "that is no answer of this application", "Look at the log of the proxy at that address");

    private final Set<Integer> statuses;
    private final String text;
    private final String mend;

    StrangeAnswer(Set<Integer> statuses, String text, String mend) {
        this.statuses = statuses;
        this.text = text;
        this.mend = mend;
    }

    static StrangeAnswer to(int status) {
        return Arrays.stream(values()).filter(one -> one.statuses.contains(status)).findFirst().orElse(OTHER);
    }

    Finding at(PublicPath path, int status) {
        return Finding.fault(path.about(), path.shown() + " answers with " + status + ": " + text,
                mend.formatted(path.option()));
    }
}
