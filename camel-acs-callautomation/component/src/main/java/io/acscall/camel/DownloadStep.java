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

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

import io.acscall.camel.action.DownloadRecording;
import io.acscall.camel.action.InvalidInputException;
import io.acscall.camel.action.Options;
import io.acscall.camel.client.ByteRange;
import io.acscall.camel.client.DownloadParts;
import io.acscall.camel.client.RecordingContent;
import io.acscall.camel.client.ServiceRequest;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One exchange that downloads a file of a recording. It goes on exactly once, when the file is complete, on a thread
 * that its caller does not hold.
 */
final class DownloadStep {

    private static final Logger LOG = LoggerFactory.getLogger(DownloadStep.class);

    private final AcsCallEndpoint endpoint;
    private final DownloadRecording action;
    private final Exchange exchange;
    private final AsyncCallback callback;
    private final Executor completions;
    private final ExchangeInputs inputs;
    private final StepResults results;
    private final StepWatch watch;

    DownloadStep(AcsCallEndpoint endpoint, DownloadRecording action, Exchange exchange, AsyncCallback callback) {
        this.endpoint = endpoint;
        this.action = action;
        this.exchange = exchange;
        this.callback = callback;
        this.completions = endpoint.getComponent().completionsOf(exchange);
        this.inputs = new ExchangeInputs(endpoint, exchange);
        this.results = new StepResults(endpoint, action, exchange);
        this.watch = StepWatch.of(endpoint.getComponent(), action.name());
    }

    /**
     * Begins; the exchange goes on later.
     *
     * @throws InvalidInputException when a value is missing or wrong; nothing was sent
     * @throws IOException           when the file can't be written
     */
    void start() throws IOException {
        // all values are read before a file is begun, which nobody would take away
        ServiceRequest request = action.request(inputs);
        ByteRange range = action.range(inputs);
        DownloadParts parts = action.parts(inputs);
        Optional<Path> file = file();
        ResultHeaders.removeOfEarlierStep(exchange.getMessage());
        endpoint.warnWhenTransacted(exchange, "the file is complete");
        DownloadTarget target
                = file.isPresent() ? new FileTarget(file.get()) : DownloadTarget.ofBody(exchange);
        watch.sent(request, null);
        endpoint.getComponent().client().recordings()
                .download(URI.create(request.path()), range, parts, target.stream())
                .whenComplete((content, failed) -> {
                    watch.answered(List.of(), failed);
                    completions.execute(() -> done(request, target, content, failed));
                });
    }

    /** A header that came in from outside must not choose where files are written. */
    private Optional<Path> file() {
        if (!inputs.isWritten(Options.SAVE_TO) && !endpoint.isAllowHeaderOverride() && inputs.raw(Options.SAVE_TO) != null) {
            throw new InvalidInputException(
                    Options.SAVE_TO.name(),
                    "acs-call:downloadRecording: header 'CamelAcsCallSaveTo' chooses where a file is written, which a header may"
                                            + " do with allowHeaderOverride=true only. Write the file into the URI, for example"
                                            + " toD(\"acs-call:downloadRecording?saveTo=/var/recordings/${header.ticket}.wav\")");
        }
        return inputs.get(Options.SAVE_TO);
    }

    private void done(ServiceRequest request, DownloadTarget target, RecordingContent content, Throwable failed) {
        try {
            if (failed == null) {
                exchange.getMessage().setBody(target.finish());
                ResultHeaders.setIfThere(exchange.getMessage(), AcsCallConstants.CONTENT_TYPE, content.contentType());
                exchange.getMessage().setHeader(AcsCallConstants.CONTENT_LENGTH, content.length());
            } else {
                results.requestFailed(bare(failed), request, null);
                discard(target);
            }
        } catch (IOException | RuntimeException e) {
            exchange.setException(e);
            discard(target);
        }
        watch.ended(exchange, false);
        LogContext.show(exchange);
        callback.done(false);
    }

    /** What can't be taken away must not hide why it should go. */
    private static void discard(DownloadTarget target) {
        try {
            target.discard();
        } catch (IOException e) {
            LOG.warn("An unfinished download could not be taken away: {}", e.toString());
        }
    }

    private static Throwable bare(Throwable failed) {
        return failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
    }
}
