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
package io.acscall.simulator.http;

/**
 * The body of an answer that is not one of the service's JSON objects. It is read piece by piece, so it may be long.
 */
public interface AnswerContent {

    /** The value of {@code Content-Type}. */
    String type();

    /** The number of bytes. */
    long length();

    /**
     * Some of the bytes.
     *
     * @param from  the first one, counted from 0
     * @param count how many; fewer at the end
     */
    byte[] read(long from, int count);

    /**
     * A part of it.
     *
     * @param range lies within it
     */
    default AnswerContent part(ByteRange range) {
        AnswerContent whole = this;
        return new AnswerContent() {
            @Override
            public String type() {
                return whole.type();
            }

            @Override
            public long length() {
                return range.length();
            }

            @Override
            public byte[] read(long from, int count) {
                return whole.read(range.first() + from, (int) Math.max(0, Math.min(count, range.length() - from)));
            }
        };
    }

    /** A body that is there as a whole. */
    static AnswerContent of(String type, byte[] bytes) {
        return new AnswerContent() {
            @Override
            public String type() {
                return type;
            }

            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public byte[] read(long from, int count) {
                int size = (int) Math.max(0, Math.min(count, bytes.length - from));
                byte[] piece = new byte[size];
                System.arraycopy(bytes, (int) Math.min(from, bytes.length), piece, 0, size);
                return piece;
            }
        };
    }
}
