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
package io.acscall.benchmarks.action;

import java.util.function.Consumer;

/**
 * One way to have the service do something. Holds no thread until it is done.
 */
interface Caller extends AutoCloseable {

    String ENDPOINT = "http://127.0.0.1:";
    String KEY = "a2V5IG9mIHRoZSBiZW5jaG1hcmtz";
    String CALL = "401f0000-0000-4000-8000-000000000001";
    String TARGET = "+14255550101";
    String CALLER_ID = "+18005550100";
    String CONTEXT = "order 4711";

    /**
     * Has one action done and reads its answer.
     *
     * @param done is told the failure, or {@code null}; on any thread
     */
    void call(MeasuredAction action, Consumer<Throwable> done);

    @Override
    void close();
}
