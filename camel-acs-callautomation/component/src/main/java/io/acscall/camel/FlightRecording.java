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
package io.acscall.camel;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;

import io.acscall.camel.record.AcsCallFlightRecorder;
import io.acscall.camel.record.FlightRecorderSettings;
import io.acscall.camel.record.OneByOne;
import io.acscall.camel.record.OwnAddress;
import io.acscall.camel.record.RecordingFolder;
import org.apache.camel.spi.ExecutorServiceManager;

/**
 * The flight recorder of a component while it is switched on, with the threads that it runs on.
 */
final class FlightRecording {

    private static final int MAX_SIGNALS = 10_000;
    private static final int MAX_FILES_AT_ONCE = 1_000;

    private final AcsCallComponent component;
    private final ExecutorServiceManager manager;
    private final ExecutorService reading;
    private final ExecutorService writing;
    private final AcsCallFlightRecorder recorder;
    private final FlightRecorderSection section;

    private FlightRecording(AcsCallComponent component) {
        AcsCallConfiguration configuration = component.getConfiguration();
        this.component = component;
        this.manager = component.getCamelContext().getExecutorServiceManager();
        // read first: what is wrong in them must not leave threads behind
        FlightRecorderSettings settings = settings(configuration);
        String folder = configuration.getFlightRecorderFolder();
        this.reading = manager.newThreadPool(component, "AcsCallRecorder", Threads.profile("acsCallRecorder", 1, 10));
        this.writing = manager.newThreadPool(
                component, "AcsCallRecorderFiles", Threads.profile("acsCallRecorderFiles", 1, MAX_FILES_AT_ONCE));
        this.recorder = new AcsCallFlightRecorder(
                settings,
                () -> new OwnAddress(configuration.getCallbackBaseUri(), configuration.getCallbackSecret()),
                new AcsCallFlightRecorder.Threads(new OneByOne(reading, MAX_SIGNALS), writing, component::later),
                folder == null ? null : new RecordingFolder(Path.of(folder), configuration.getFlightRecorderFiles()),
                component.clock());
        component.observers().add(recorder);
        this.section = new FlightRecorderSection(recorder);
        component.consoleSections().add(section);
    }

    /**
     * Switches it on when the options say so.
     *
     * @return {@code null} when they don't
     */
    static FlightRecording of(AcsCallComponent component) {
        return component.getConfiguration().isFlightRecorder() ? new FlightRecording(component) : null;
    }

    private static FlightRecorderSettings settings(AcsCallConfiguration configuration) {
        return new FlightRecorderSettings(
                configuration.getFlightRecorderCalls(), configuration.getFlightRecorderEntries(),
                configuration.getFlightRecorderBytes(), configuration.isFlightRecorderTones(), configuration.getApiVersion(),
                configuration.getSourceCallerId());
    }

    /**
     * The recording of a call, for people.
     *
     * @throws IllegalStateException    when the recorder is off
     * @throws IllegalArgumentException when the call is not kept
     */
    static String recordingOf(AcsCallComponent component, String callId) {
        if (component.getFlightRecorder() == null) {
            throw new IllegalStateException(
                    "The flight recorder is off; switch it on with camel.component.acs-call.flight-recorder=true");
        }
        return component.getFlightRecorder().recording(callId).orElseThrow(() -> new IllegalArgumentException(
                "The flight recorder does not keep the call " + callId + " (any more)"));
    }

    AcsCallFlightRecorder recorder() {
        return recorder;
    }

    /** Writes what is not written yet. */
    void stop() {
        component.observers().remove(recorder);
        component.consoleSections().remove(section);
        recorder.close();
        manager.shutdownGraceful(reading);
        manager.shutdownGraceful(writing);
    }
}
