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
package io.acscall.benchmarks.token;

import java.util.concurrent.TimeUnit;

import com.nimbusds.jwt.JWTClaimsSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What JMH runs: the check of one token after the other, each a different one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TokenCheck {

    private static final int DISTINCT = 1_000;

    private TokenChecks checks;

    /** Signs the tokens. */
    @Setup
    public void setUp() {
        checks = new TokenChecks(DISTINCT);
    }

    /** Stops the server of the keys. */
    @TearDown
    public void tearDown() {
        checks.close();
    }

    /** As the webhook does. */
    @Benchmark
    public boolean component() {
        if (!checks.byComponent()) {
            throw new IllegalStateException("A good token was refused");
        }
        return true;
    }

    /** As somebody would who has the key at hand. */
    @Benchmark
    public JWTClaimsSet nimbus() {
        return checks.byNimbus();
    }
}
