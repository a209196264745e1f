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
package io.acscall.camel.await;

import java.time.Duration;

import io.acscall.camel.event.CallEvent;

/**
 * How a wait ended. Each wait ends exactly once.
 */
public sealed interface WaitEnd {

    /**
     * The event that means success came.
     */
    record Succeeded(CallEvent event) implements WaitEnd {
    }

    /**
     * What was asked for has been seen without an event.
     */
    record Reached() implements WaitEnd {
    }

    /**
     * The event that means failure came.
     */
    record Failed(CallEvent event) implements WaitEnd {
    }

    /**
     * The call ended before the operation did.
     */
    record Disconnected(CallEvent event) implements WaitEnd {
    }

    /**
     * Nothing came in time.
     *
     * @param after how long the wait lasted
     */
    record TimedOut(Duration after) implements WaitEnd {
    }

    /**
     * The request itself failed, so that no event will come.
     */
    record RequestFailed(Throwable cause) implements WaitEnd {
    }

    /**
     * The application stops.
     */
    record Shutdown() implements WaitEnd {
    }

    /**
     * Another node has gone on with it.
     */
    record TakenOver() implements WaitEnd {
    }

    /**
     * The application stops, and other nodes go on with it.
     */
    record LeftToOthers() implements WaitEnd {
    }

    /**
     * It is not known whether another node has gone on with it.
     *
     * @param cause why
     */
    record Unsecured(Throwable cause) implements WaitEnd {
    }
}
