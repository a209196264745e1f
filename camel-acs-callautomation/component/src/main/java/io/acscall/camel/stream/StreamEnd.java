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
package io.acscall.camel.stream;

/**
 * The stream has ended. Not a frame of the service: the component puts it behind the last one.
 *
 * @param closeCode as in RFC 6455: 1000 or 1001 for an ordinary end, 1006 when the connection broke off
 * @param frames    how many frames came, without broken and unknown ones
 */
public record StreamEnd(int closeCode, long frames) implements StreamFrame {

    @Override
    public StreamKind kind() {
        return StreamKind.end;
    }
}
