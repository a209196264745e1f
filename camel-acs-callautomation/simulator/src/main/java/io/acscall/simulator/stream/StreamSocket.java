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
package io.acscall.simulator.stream;

/** An open WebSocket to an application. Thread-safe; nothing blocks. */
public interface StreamSocket {

    /** The close code of a stream that is over. */
    int NORMAL = 1000;
    /** The close code of a stream that breaks. */
    int BROKEN = 1011;

    /** Whether so much waits to be sent that nothing more should be added. */
    boolean full();

    /** Sends a text frame, after those before it. */
    void send(String text);

    /** Closes the connection; a second time does nothing. */
    void close(int code);
}
