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

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;

import javax.net.ssl.SSLException;

/**
 * Why no answer came.
 */
enum Silence {

    NAME("its name is not known here", "Look at the DNS entry of the host"),
    REFUSED("nobody listens there, or a firewall refuses",
            "Start the server or proxy that the address belongs to, and look at host and port"),
    TIMEOUT("nothing came back in time",
            "Look at the firewalls and at the proxy between; a proxy may wait for an application that does not answer"),
    TLS("the TLS handshake fails", "See what is said about the certificate"),
    BROKEN("the connection broke off", "Look at the log of the proxy or server at that address");

    private final String text;
    private final String mend;

    Silence(String text, String mend) {
        this.text = text;
        this.mend = mend;
    }

    static Silence of(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return NAME;
            }
            if (cause instanceof HttpTimeoutException) {
                return TIMEOUT;
            }
            if (cause instanceof SSLException) {
                return TLS;
            }
        }
        return failure instanceof ConnectException ? REFUSED : BROKEN;
    }

    Finding at(String about, String address) {
        return Finding.fault(about, "No answer from " + address + ": " + text, mend);
    }
}
