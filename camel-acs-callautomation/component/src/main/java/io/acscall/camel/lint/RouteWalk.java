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
package io.acscall.camel.lint;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import org.apache.camel.model.CatchDefinition;
import org.apache.camel.model.ChoiceDefinition;
import org.apache.camel.model.CircuitBreakerDefinition;
import org.apache.camel.model.EnrichDefinition;
import org.apache.camel.model.InterceptDefinition;
import org.apache.camel.model.LoadBalanceDefinition;
import org.apache.camel.model.MulticastDefinition;
import org.apache.camel.model.OnCompletionDefinition;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.PipelineDefinition;
import org.apache.camel.model.PolicyDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SagaDefinition;
import org.apache.camel.model.SendDefinition;
import org.apache.camel.model.SetHeaderDefinition;
import org.apache.camel.model.SetHeadersDefinition;
import org.apache.camel.model.StepDefinition;
import org.apache.camel.model.StopDefinition;
import org.apache.camel.model.ThrowExceptionDefinition;
import org.apache.camel.model.ToDynamicDefinition;
import org.apache.camel.model.TransactedDefinition;
import org.apache.camel.model.TryDefinition;
import org.apache.camel.model.WhenDefinition;
import org.apache.camel.model.WireTapDefinition;

/**
 * Walks the model of one route along all the ways that a message can take, and shows each step of the component with
 * what is known of the message there. The language in which the route was written does not matter.
 */
final class RouteWalk {

    private static final String NEVER = "false";

    private final String route;
    private final StepReader reader;
    private final LintSettings settings;
    private final Consumer<Visit> visitor;
    /** The first that fits counts. */
    private final List<Way> ways = List.of(
            Way.of(SetHeaderDefinition.class, (step, before) -> before.withHeader(step.getName())),
            Way.of(SetHeadersDefinition.class, RouteWalk::headers),
            Way.of(StopDefinition.class, (step, before) -> null),
            Way.of(ThrowExceptionDefinition.class, (step, before) -> null),
            Way.of(WireTapDefinition.class, this::copy),
            Way.of(ToDynamicDefinition.class, (step, before) -> send(step, uri(step), true, before)),
            Way.of(SendDefinition.class, (step, before) -> send(step, step.getEndpointUri(), false, before)),
            Way.of(EnrichDefinition.class, this::enrich),
            Way.of(ChoiceDefinition.class, this::choice),
            Way.of(TryDefinition.class, this::attempt),
            Way.of(CircuitBreakerDefinition.class, this::breaker),
            Way.of(OnExceptionDefinition.class, this::aside),
            Way.of(OnCompletionDefinition.class, this::aside),
            Way.of(InterceptDefinition.class, this::aside),
            Way.of(MulticastDefinition.class, this::each),
            Way.of(LoadBalanceDefinition.class, this::each),
            Way.of(PipelineDefinition.class, this::through),
            Way.of(StepDefinition.class, this::through),
            Way.of(PolicyDefinition.class, this::through),
            Way.of(TransactedDefinition.class, this::through),
            Way.of(SagaDefinition.class, this::through),
            Way.of(ProcessorDefinition.class, (step, before) -> Flow.meet(through(step, before), before)));

    RouteWalk(String route, StepReader reader, LintSettings settings, Consumer<Visit> visitor) {
        this.route = route;
        this.reader = reader;
        this.settings = settings;
        this.visitor = visitor;
    }

    void walk(RouteDefinition definition) {
        Flow start = definition.getInput() == null
                ? Flow.START : send(null, definition.getInput().getEndpointUri(), false, Flow.START);
        sequence(definition.getOutputs(), start);
    }

    private Flow sequence(List<? extends ProcessorDefinition<?>> steps, Flow before) {
        Flow now = before;
        for (ProcessorDefinition<?> step : steps) {
            if (now == null) {
                return null;
            }
            now = one(step, now);
        }
        return now;
    }

    private Flow one(ProcessorDefinition<?> step, Flow before) {
        if (Boolean.parseBoolean(step.getDisabled())) {
            return before;
        }
        return ways.stream().filter(way -> way.type().isInstance(step)).findFirst().orElseThrow().go(step, before);
    }

    private static Flow headers(SetHeadersDefinition step, Flow before) {
        Flow now = before;
        for (SetHeaderDefinition header : step.getHeaders()) {
            now = now.withHeader(header.getName());
        }
        return now;
    }

    private Flow copy(WireTapDefinition<?> step, Flow before) {
        send(step, uri(step), !NEVER.equals(step.getDynamicUri()), before);
        return before;
    }

    private static String uri(ToDynamicDefinition step) {
        return step.getEndpointProducerBuilder() == null ? step.getUri() : step.getEndpointProducerBuilder().getRawUri();
    }

    private Flow enrich(EnrichDefinition step, Flow before) {
        String language = step.getExpression() == null ? null : step.getExpression().getLanguage();
        boolean readable = "constant".equals(language) || "simple".equals(language);
        return readable ? send(step, step.getExpression().getExpression(), "simple".equals(language), before) : before;
    }

    private Flow send(ProcessorDefinition<?> node, String uri, boolean dynamic, Flow before) {
        Optional<LintStep> step = uri == null ? Optional.empty() : reader.read(uri, dynamic);
        step.ifPresent(found -> visitor
                .accept(new Visit(new StepPlace(route, node == null ? null : node.getId(), found.uri()), found, before)));
        return step.map(found -> before.after(found, settings)).orElse(before);
    }

    private Flow choice(ChoiceDefinition step, Flow before) {
        Flow after = step.getOtherwise() == null ? before : sequence(step.getOtherwise().getOutputs(), before);
        for (WhenDefinition when : step.getWhenClauses()) {
            after = Flow.meet(after, sequence(when.getOutputs(), before));
        }
        return after;
    }

    /** What a catch clause sees failed, so that nothing is gone by that. */
    private Flow attempt(TryDefinition step, Flow before) {
        Flow after = sequence(step.getOutputsWithoutCatches(), before);
        for (CatchDefinition clause : step.getCatchClauses()) {
            after = Flow.meet(after, sequence(clause.getOutputs(), before));
        }
        return step.getFinallyClause() == null || after == null ? after : sequence(step.getFinallyClause().getOutputs(), after);
    }

    private Flow breaker(CircuitBreakerDefinition step, Flow before) {
        Flow after = sequence(step.getOutputs(), before);
        return step.getOnFallback() == null ? after : Flow.meet(after, sequence(step.getOnFallback().getOutputs(), before));
    }

    /** What is run at another time than its place says. */
    private Flow aside(ProcessorDefinition<?> step, Flow before) {
        sequence(step.getOutputs(), Flow.START);
        return before;
    }

    private Flow each(ProcessorDefinition<?> step, Flow before) {
        Flow after = before;
        for (ProcessorDefinition<?> branch : step.getOutputs()) {
            after = Flow.meet(after, one(branch, before));
        }
        return after;
    }

    private Flow through(ProcessorDefinition<?> step, Flow before) {
        return sequence(step.getOutputs(), before);
    }

    /** What a kind of step makes of what is known; {@code null} when the message goes no further. */
    private record Way(Class<?> type, BiFunction<ProcessorDefinition<?>, Flow, Flow> step) {

        static <T> Way of(Class<T> type, BiFunction<T, Flow, Flow> step) {
            return new Way(type, (definition, before) -> step.apply(type.cast(definition), before));
        }

        Flow go(ProcessorDefinition<?> definition, Flow before) {
            return step.apply(definition, before);
        }
    }
}
