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
package io.acscall.camel.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that misbehaves below HTTP: it reads a request and then does to the connection what the test says.
 */
final class RawServer implements AutoCloseable {

    private final ServerSocket listening;
    private final AtomicInteger requests = new AtomicInteger();
    private final boolean reading;
    private final Treatment treatment;

    RawServer(Treatment treatment) throws IOException {
        this(true, treatment);
    }

    /**
     * @param reading whether it reads an HTTP request before the treatment
     */
    RawServer(boolean reading, Treatment treatment) throws IOException {
        this.reading = reading;
        this.treatment = treatment;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends the connection with a reset once the request is read. */
    static void reset(Socket socket, int request) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Promises a long answer, sends the beginning and resets. */
    static void resetInTheAnswer(Socket socket, int request) throws IOException {
        socket.getOutputStream()
                .write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"call".getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        reset(socket, request);
    }

    /** Answers the greeting of TLS with the alert handshake_failure. */
    static void refuseTls(Socket socket, int request) throws IOException {
        socket.getOutputStream().write(new byte[] { 0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28 });
        socket.getOutputStream().flush();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    int requests() {
        return requests.get();
    }

    private void serve() {
        try {
            while (!listening.isClosed()) {
                Socket socket = listening.accept();
                if (reading) {
                    readRequest(socket);
                }
                treatment.treat(socket, requests.incrementAndGet());
            }
        } catch (SocketException e) {
            // closed by the test
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void readRequest(Socket socket) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        int length = 0;
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        for (int i = 0; i < length; i++) {
            reader.read();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    /** What happens to a connection once its request is read. */
    interface Treatment {

        void treat(Socket socket, int request) throws IOException, InterruptedException;
    }
}
