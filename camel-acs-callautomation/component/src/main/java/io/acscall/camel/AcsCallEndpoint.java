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

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import io.acscall.camel.action.Inputs;
import io.acscall.camel.action.PlusSign;
import io.acscall.camel.event.EventKind;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Run phone calls with Azure Communication Services Call Automation: make, answer, transfer and end calls, bring people
 * together, play prompts and listen, and receive the events of calls.
 */
@UriEndpoint(firstVersion = "0.1.0", scheme = "acs-call", title = "Azure Communication Services Call Automation",
             syntax = "acs-call:operation", category = { Category.CLOUD, Category.MESSAGING },
             headersClass = AcsCallConstants.class)
public class AcsCallEndpoint extends DefaultEndpoint
        implements AsyncEndpoint, MultipleConsumersSupport, EndpointServiceLocation {

    private static final Logger LOG = LoggerFactory.getLogger(AcsCallEndpoint.class);

    @UriPath(description = "What the endpoint does: an action on calls for a producer, or a source of events for a consumer")
    @Metadata(required = true)
    private AcsCallOperation operation;
    @UriParam
    private AcsCallRequestOptions requestOptions = new AcsCallRequestOptions();

    @UriParam
    private AcsCallStreamOptions streamOptions = new AcsCallStreamOptions();

    @UriParam(label = "producer", defaultValue = "false",
              description = "Whether the exchange goes on only when the event arrives that ends the operation. It holds no thread.")
    private boolean awaitEvent;
    @UriParam(label = "producer,advanced", defaultValue = "false",
              description = "Whether the body (Map, JsonNode or JSON text) is laid under the request as raw REST fields of the"
                            + " service. Options win over it; callback addresses, addresses of streams (transportUrl) and call ids are"
                            + " never taken from it.")
    private boolean bodyAsRequest;
    @UriParam(label = "producer", enums = "fail,stop", defaultValue = "fail",
              description = "With awaitEvent: what happens when the call ends first: fail with CallDisconnectedException, or stop the"
                            + " exchange quietly. An ended call is what hangUp waits for, and a failure of actions that make or"
                            + " answer a call.")
    private OnDisconnect onDisconnect = OnDisconnect.fail;
    @UriParam(label = "producer,advanced", enums = "repeat,fail", defaultValue = "repeat",
              description = "With idempotencyKey: what happens when an earlier owner of the operation may have acted and is gone:"
                            + " repeat under the same ids, which the service recognises, or fail with the outcome IN_DOUBT.")
    private OnInDoubt onInDoubt = OnInDoubt.repeat;
    @UriParam(label = "producer", defaultValue = "true",
              description = "Whether a failed action fails the exchange. Otherwise the exchange goes on, with the outcome in the"
                            + " header CamelAcsCallOutcome.")
    private boolean throwExceptionOnFailure = true;
    @UriParam(label = "producer,security", defaultValue = "false",
              description = "Whether a header may replace what the URI sets. Mind that a header that came in from outside and"
                            + " chooses a phone number is toll fraud.")
    private boolean allowHeaderOverride;
    @UriParam(label = "producer", enums = "failure,completion,none",
              description = "answer, createCall: when a call that is still up is ended for everyone: failure of the exchange that"
                            + " nothing handles, completion of the exchange, or none. By default failure for answer and for a"
                            + " createCall with awaitEvent, else none.")
    private HangUpOn hangUpOn;

    @UriParam(label = "consumer",
              description = "events, eventGrid: the types of events that the consumer takes, separated by commas, for example"
                            + " CallConnected,CallDisconnected. All when not set.")
    private String eventTypes;
    @UriParam(label = "consumer,advanced", defaultValue = "false",
              description = "events, eventGrid: whether events are only handed on, for example to Kafka, and handled on another node"
                            + " by acs-call:dispatch. The body is then the event as it came, with the operationContext of the wire."
                            + " Such an event ends no wait and rejects no call on this node.")
    private boolean relay;
    @UriParam(label = "consumer",
              description = "incomingCall: takes calls to this number or id only; an asterisk at the end is a wildcard. The most specific"
                            + " consumer gets the call.")
    private String to;
    @UriParam(label = "consumer",
              description = "incomingCall: takes calls from this number or id only; an asterisk at the end is a wildcard.")
    private String from;

    private final AtomicBoolean transactedWait = new AtomicBoolean();
    private Map<String, Object> writtenRequestOptions = Map.of();

    /** For Camel's tools. */
    public AcsCallEndpoint() {
    }

    AcsCallEndpoint(String uri, AcsCallComponent component, AcsCallOperation operation) {
        super(uri, component);
        this.operation = operation;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        writtenRequestOptions = RequestOptionTable.of(getCamelContext()).valuesOf(requestOptions);
        EndpointRules.check(this);
    }

    @Override
    public Producer createProducer() throws Exception {
        return switch (operation) {
            case dispatch -> new DispatchProducer(this);
            case sendAudio -> new SendAudioProducer(this);
            case stopAudio -> new StopAudioProducer(this);
            default -> new AcsCallProducer(this, operation.action().orElseThrow(this::onlySource));
        };
    }

    private IllegalArgumentException onlySource() {
        return new IllegalArgumentException(
                "acs-call:" + operation + " gives events, it can't be sent to. Use it in from(…), for example from(\"acs-call:"
                                            + operation
                                            + "\")");
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (operation.stream().isPresent()) {
            StreamConsumer consumer = new StreamConsumer(this, processor, operation.stream().get());
            configureConsumer(consumer);
            return consumer;
        }
        EventKind source = operation.source().orElseThrow(this::onlyAction);
        getComponent().webhooks().prepare(source);
        AcsCallConsumer consumer = new AcsCallConsumer(this, processor, EventFilter.of(this));
        configureConsumer(consumer);
        return consumer;
    }

    private IllegalArgumentException onlyAction() {
        return new IllegalArgumentException(
                "acs-call:" + operation + " is an action, it gives no events. Use it in to(…); consumers are acs-call:events, "
                                            + "acs-call:incomingCall, acs-call:recordingFile, acs-call:eventGrid, acs-call:mediaStream and acs-call:transcription");
    }

    @Override
    public PollingConsumer createPollingConsumer() {
        throw new UnsupportedOperationException(
                "acs-call:" + operation + " can't be polled: events come when they come. Use a route, for example"
                                                + " from(\"acs-call:events\").to(\"seda:events\"), and poll seda:events");
    }

    @Override
    public boolean isMultipleConsumersSupported() {
        return true;
    }

    @Override
    public AcsCallComponent getComponent() {
        return (AcsCallComponent) super.getComponent();
    }

    @Override
    public String getServiceUrl() {
        return getComponent().serviceEndpoint();
    }

    @Override
    public String getServiceProtocol() {
        return "https";
    }

    /** The values of the URI by the name of the option. */
    Map<String, Object> writtenRequestOptions() {
        return writtenRequestOptions;
    }

    Object componentDefault(String option) {
        return getComponent().defaultOf(option);
    }

    AllowedTargets allowedTargets() {
        return getComponent().allowedTargets();
    }

    /** When the call is ended, with the default of the action. */
    HangUpOn effectiveHangUpOn() {
        if (hangUpOn != null) {
            return hangUpOn;
        }
        boolean ownsCall = operation == AcsCallOperation.answer || operation == AcsCallOperation.createCall && awaitEvent;
        return ownsCall ? HangUpOn.failure : HangUpOn.none;
    }

    /**
     * A transacted exchange keeps its thread and its transaction while it waits; said once.
     *
     * @param until what it waits for, such as {@code the event comes}
     */
    void warnWhenTransacted(Exchange exchange, String until) {
        if (exchange.isTransacted() && transactedWait.compareAndSet(false, true)) {
            LOG.warn(
                    "acs-call:{} waits inside a transaction: each such exchange holds a thread and a database connection until"
                     + " {}. Wait before or after the transacted block",
                    operation, until);
        }
    }

    Inputs writtenInputs() {
        return new ExchangeInputs(this);
    }

    Set<String> writtenNames() {
        return writtenRequestOptions.keySet();
    }

    public AcsCallOperation getOperation() {
        return operation;
    }

    public void setOperation(AcsCallOperation operation) {
        this.operation = operation;
    }

    public AcsCallRequestOptions getRequestOptions() {
        return requestOptions;
    }

    public void setRequestOptions(AcsCallRequestOptions requestOptions) {
        this.requestOptions = requestOptions;
    }

    public AcsCallStreamOptions getStreamOptions() {
        return streamOptions;
    }

    public void setStreamOptions(AcsCallStreamOptions streamOptions) {
        this.streamOptions = streamOptions;
    }

    public boolean isAwaitEvent() {
        return awaitEvent;
    }

    public void setAwaitEvent(boolean awaitEvent) {
        this.awaitEvent = awaitEvent;
    }

    public boolean isBodyAsRequest() {
        return bodyAsRequest;
    }

    public void setBodyAsRequest(boolean bodyAsRequest) {
        this.bodyAsRequest = bodyAsRequest;
    }

    public OnDisconnect getOnDisconnect() {
        return onDisconnect;
    }

    public void setOnDisconnect(OnDisconnect onDisconnect) {
        this.onDisconnect = onDisconnect;
    }

    public OnInDoubt getOnInDoubt() {
        return onInDoubt;
    }

    public void setOnInDoubt(OnInDoubt onInDoubt) {
        this.onInDoubt = onInDoubt;
    }

    public boolean isThrowExceptionOnFailure() {
        return throwExceptionOnFailure;
    }

    public void setThrowExceptionOnFailure(boolean throwExceptionOnFailure) {
        this.throwExceptionOnFailure = throwExceptionOnFailure;
    }

    public boolean isAllowHeaderOverride() {
        return allowHeaderOverride;
    }

    public void setAllowHeaderOverride(boolean allowHeaderOverride) {
        this.allowHeaderOverride = allowHeaderOverride;
    }

    public HangUpOn getHangUpOn() {
        return hangUpOn;
    }

    public void setHangUpOn(HangUpOn hangUpOn) {
        this.hangUpOn = hangUpOn;
    }

    public String getEventTypes() {
        return eventTypes;
    }

    public void setEventTypes(String eventTypes) {
        this.eventTypes = eventTypes;
    }

    public boolean isRelay() {
        return relay;
    }

    public void setRelay(boolean relay) {
        this.relay = relay;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = PlusSign.restore(to);
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = PlusSign.restore(from);
    }

}
