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

/**
 * In which parts a file is fetched.
 *
 * @param parallel how many at the same time; 1 fetches the file in one request
 * @param size     how long a part is, in bytes. So many times {@code parallel} are held in memory
 */
public record DownloadParts(int parallel, int size) {

    /**
     * @throws IllegalArgumentException when a value is not positive
     */
    public DownloadParts {
        if (parallel < 1 || size < 1) {
            throw new IllegalArgumentException("At least one part of at least one byte, but was: " + parallel + ", " + size);
        }
    }
}
