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
package io.acscall.camel.action;

import java.util.Set;

import com.azure.core.http.HttpMethod;
import io.acscall.camel.client.ByteRange;
import io.acscall.camel.client.DownloadParts;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.Ending;

/**
 * Fetches a file of a recording: {@code GET} of the address that RecordingFileStatusUpdated names. The answer is no
 * JSON; who uses this action streams it.
 */
public final class DownloadRecording implements CallAction {

    private static final Set<Option<?>> OPTIONS
            = Option.setOf(Options.LOCATION, Options.RANGE, Options.SAVE_TO, Options.PARALLEL);
    private static final int PART = 4 * 1024 * 1024;

    @Override
    public String name() {
        return "downloadRecording";
    }

    @Override
    public Set<Option<?>> options() {
        return OPTIONS;
    }

    @Override
    public ServiceRequest request(Inputs inputs) {
        return ServiceRequest.stored(HttpMethod.GET, StoredFile.location(inputs, Options.CONTENT_LOCATIONS));
    }

    /**
     * The part of the file that is wanted.
     *
     * @param inputs the values
     */
    public ByteRange range(Inputs inputs) {
        return inputs.get(Options.RANGE).orElse(ByteRange.WHOLE);
    }

    /**
     * In which parts it is fetched.
     *
     * @param inputs the values
     */
    public DownloadParts parts(Inputs inputs) {
        return new DownloadParts(inputs.get(Options.PARALLEL).orElse(1), PART);
    }

    @Override
    public ActionResult result(Inputs inputs, ServiceResponse response) {
        return ActionResult.NONE;
    }

    @Override
    public Ending ending() {
        return Ending.none();
    }
}
