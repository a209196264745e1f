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

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.acscall.camel.event.EventKind;
import io.acscall.camel.lint.LintStep;
import io.acscall.camel.lint.StepReader;
import io.acscall.camel.lint.StepTrait;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.support.EndpointHelper;
import org.apache.camel.util.StringHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the URIs of a route as steps of one component.
 */
final class EndpointSteps implements StepReader {

    private static final Logger LOG = LoggerFactory.getLogger(EndpointSteps.class);

    private final AcsCallComponent component;

    EndpointSteps(AcsCallComponent component) {
        this.component = component;
    }

    @Override
    public Optional<LintStep> read(String uri, boolean dynamic) {
        try {
            CamelContext context = component.getCamelContext();
            String resolved = EndpointHelper.resolveEndpointUriPropertyPlaceholders(context, uri);
            String scheme = StringHelper.before(resolved, ":", "");
            if (scheme.isEmpty() || context.hasComponent(scheme) != component) {
                return Optional.empty();
            }
            return dynamic && DynamicUri.isDynamic(resolved) ? dynamic(resolved) : fixed(context.getEndpoint(resolved));
        } catch (Exception e) {
            // what is wrong with it, Camel says where the step is made
            LOG.debug("A step could not be read: {}", e.toString());
            return Optional.empty();
        }
    }

    private Optional<LintStep> fixed(Endpoint endpoint) {
        return endpoint instanceof AcsCallEndpoint ours ? Optional.of(step(ours, ours.writtenNames())) : Optional.empty();
    }

    private Optional<LintStep> dynamic(String uri) throws Exception {
        Optional<DynamicUri> written = DynamicUri.read(uri);
        return written.isEmpty() ? Optional.empty() : Optional.of(dynamic(written.get()));
    }

    private LintStep dynamic(DynamicUri uri) throws Exception {
        RequestOptionTable table = RequestOptionTable.of(component.getCamelContext());
        try {
            AcsCallOperation operation = AcsCallOperation.parse(uri.operation());
            Set<String> names = uri.requestOptions(table);
            EndpointRules.checkKnown(operation, uri.unknown(component.getCamelContext(), table));
            EndpointRules.checkNames(operation, names);
            Map<String, Object> fixed = new HashMap<>(uri.fixed(component.getCamelContext()));
            AcsCallEndpoint endpoint = (AcsCallEndpoint) component.createEndpoint(uri.path(), uri.operation(), fixed);
            endpoint.init();
            return step(endpoint, names);
        } catch (IllegalArgumentException e) {
            return new LintStep(uri.path(), null, null, Set.of(), Set.of(), e.getMessage());
        }
    }

    private static LintStep step(AcsCallEndpoint endpoint, Set<String> names) {
        return new LintStep(
                "acs-call:" + endpoint.getOperation(), endpoint.getOperation().action().orElse(null),
                endpoint.writtenInputs(), Set.copyOf(names), traits(endpoint), null);
    }

    private static Set<StepTrait> traits(AcsCallEndpoint endpoint) {
        AcsCallOperation operation = endpoint.getOperation();
        Map<StepTrait, Boolean> all = Map.of(
                StepTrait.AWAITS, endpoint.isAwaitEvent(),
                StepTrait.OUTLIVES_FAILURE, !endpoint.isThrowExceptionOnFailure(),
                StepTrait.HEADERS_OVERRIDE, endpoint.isAllowHeaderOverride(),
                StepTrait.BODY_FIELDS, endpoint.isBodyAsRequest(),
                StepTrait.ON_DISCONNECT, endpoint.getOnDisconnect() != OnDisconnect.fail,
                StepTrait.RINGS, EndpointRules.rings(operation),
                StepTrait.OPEN_TARGET, EndpointRules.leavesOpenWhoIsRung(endpoint),
                StepTrait.TAKES_CALLBACKS,
                endpoint.isAwaitEvent() || operation.source().filter(EventKind.CALLBACK::equals).isPresent(),
                StepTrait.TAKES_EVENT_GRID, operation.source().filter(EventKind.EVENT_GRID::equals).isPresent());
        Set<StepTrait> traits = EnumSet.noneOf(StepTrait.class);
        all.forEach((trait, has) -> {
            if (has) {
                traits.add(trait);
            }
        });
        return traits;
    }
}
