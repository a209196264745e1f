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
package io.acscall.examples.springboot;

import io.acscall.examples.springboot.demo.DemoRun;

/** Runs the order line against a simulator, lets two people call and one be called, and shows what actuator says. */
public final class OrderLineDemo {

    private OrderLineDemo() {
    }

    /** Ends the JVM: with 0 when all went as it should, else with 1. */
    public static void main(String[] args) throws Exception {
        System.exit(new DemoRun(System.out::println).run() ? 0 : 1);
    }
}
