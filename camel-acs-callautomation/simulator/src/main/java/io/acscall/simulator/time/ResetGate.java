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
package io.acscall.simulator.time;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Keeps what was begun before a reset from having effects after it. Time is cut into eras by resets; whoever begins
 * something notes the era, and comes through the gate for as long as it is the same.
 */
public final class ResetGate {

    /** Those who come through read, {@link #reset} writes: so nobody is on the way through when it returns. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private long era;

    /** The era there is now. */
    public long era() {
        lock.readLock().lock();
        try {
            return era;
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Does something unless there was a reset.
     *
     * @param  begun the era it belongs to
     * @param  work  must not wait for anything
     * @return       whether it was done
     */
    public boolean pass(long begun, Runnable work) {
        lock.readLock().lock();
        try {
            if (begun == era) {
                work.run();
            }
            return begun == era;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Begins a new era. Nothing of the former one has any effect once this returns. */
    public void reset() {
        lock.writeLock().lock();
        try {
            era++;
        } finally {
            lock.writeLock().unlock();
        }
    }
}
