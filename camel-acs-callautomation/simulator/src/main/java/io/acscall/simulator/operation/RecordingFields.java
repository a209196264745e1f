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
package io.acscall.simulator.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.recording.RecordingForm;
import io.acscall.simulator.recording.RecordingPlan;
import io.acscall.simulator.rest.RequestBody;

/** Reads a StartCallRecordingRequest: checks its form, and says what to record. */
final class RecordingFields {

    private static final int LAST_CHANNEL = 4;
    private static final List<String> STORAGE_KINDS = List.of("azureCommunicationServices", "azureBlobStorage");

    private final CallbackUris callbackUris;

    RecordingFields(CallbackUris callbackUris) {
        this.callbackUris = callbackUris;
    }

    /**
     * @throws ServiceFault 400/8523 for a wrong form, 400/8557 for a form that the service has no recordings in
     */
    RecordingPlan plan(RequestBody body, String apiVersion) {
        RecordingForm form = RecordingForm.of(
                value(body, "recordingContentType", RecordingForm.Content.values()),
                value(body, "recordingChannelType", RecordingForm.Channel.values()),
                value(body, "recordingFormatType", RecordingForm.Format.values()));
        Map<Identifier, Integer> channels = channels(body);
        checkStorage(body.optionalObject("externalStorage"));
        RecordingPlan plan = new RecordingPlan(
                form, channels, body.optionalFlag("pauseOnStart"),
                callbackUris.optional(body, "recordingStateCallbackUri"), apiVersion);
        if (!form.possible()) {
            throw ServiceFault.of(400, "8557", "The recording format is not supported: unmixed needs wav and audio, "
                                               + "audioVideo needs mp4, and mp4 holds audioVideo only.");
        }
        return plan;
    }

    private static <V extends RecordingForm.Value> V value(RequestBody body, String field, V[] values) {
        String name = body.optionalText(field);
        return name == null
                ? null
                : RecordingForm.find(values, name)
                        .orElseThrow(() -> body.wrong(field, "it must be one of " + RecordingForm.wireNames(values) + "."));
    }

    /** Those with a channel of their choice, then the others that are named, in the channels that are left. */
    private static Map<Identifier, Integer> channels(RequestBody body) {
        Map<Identifier, Integer> channels = new LinkedHashMap<>();
        if (body.raw("channelAffinity") != null && !body.raw("channelAffinity").isEmpty()) {
            for (RequestBody affinity : body.objects("channelAffinity")) {
                channels.put(affinity.identifier("participant"), affinity.optionalInteger("channel", 0, LAST_CHANNEL));
            }
        }
        int next = 0;
        for (Identifier person : body.optionalIdentifiers("audioChannelParticipantOrdering")) {
            while (channels.containsValue(next)) {
                next++;
            }
            channels.putIfAbsent(person, Math.min(next, LAST_CHANNEL));
        }
        return channels;
    }

    private static void checkStorage(RequestBody storage) {
        if (storage != null) {
            String kind = storage.text("recordingStorageKind");
            if (STORAGE_KINDS.stream().noneMatch(kind::equalsIgnoreCase)) {
                throw storage.wrong("recordingStorageKind", "it must be one of " + STORAGE_KINDS + ".");
            }
            storage.optionalUri("recordingDestinationContainerUrl");
        }
    }
}
