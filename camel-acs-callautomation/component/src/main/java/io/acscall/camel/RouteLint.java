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

import java.util.Collection;
import java.util.Collections;
import java.util.Properties;
import java.util.Set;
import java.util.WeakHashMap;

import io.acscall.camel.lint.Findings;
import io.acscall.camel.lint.Lint;
import io.acscall.camel.lint.LintSettings;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.Service;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.PropertiesComponent;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.util.OrderedLocationProperties;

/**
 * Has each route looked through before the first of its services starts, whichever language it was written in.
 */
final class RouteLint extends LifecycleStrategySupport {

    private final AcsCallComponent component;
    private final Lint lint;
    private final Set<Route> done = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    RouteLint(AcsCallComponent component, Findings findings) {
        this.component = component;
        this.lint = new Lint(new EndpointSteps(component), findings);
    }

    /** Camel tells of each service of a route before it starts it; a failure here keeps the route from starting. */
    @Override
    public void onServiceAdd(CamelContext context, Service service, Route route) {
        if (route != null && !done.contains(route) && route.getRoute() instanceof RouteDefinition definition) {
            check(context.getPropertiesComponent(), route.getId(), definition);
            done.add(route);
        }
    }

    @Override
    public void onRoutesRemove(Collection<Route> routes) {
        done.removeAll(routes);
    }

    private void check(PropertiesComponent properties, String id, RouteDefinition route) {
        Properties before = properties.getLocalProperties();
        if (before == null && route.getTemplateParameters() != null) {
            properties.setLocalProperties(parameters(route));
        }
        try {
            lint.check(id, route, settings());
        } finally {
            properties.setLocalProperties(before);
        }
    }

    /** What the placeholders of a route template or Kamelet stand for in this route. */
    private static Properties parameters(RouteDefinition route) {
        OrderedLocationProperties parameters = new OrderedLocationProperties();
        parameters.putAll(route.getLocation(), route.getTemplateParameters());
        return parameters;
    }

    private LintSettings settings() {
        AcsCallConfiguration configuration = component.getConfiguration();
        return new LintSettings(
                component.callbackUri(), configuration.getCallbackPath(), configuration.getEventGridPath(),
                configuration.getCallbackAuth() == CallbackAuth.none, configuration.getEventGridAuth() == EventGridAuth.none,
                configuration.getSourceCallerId() != null, configuration.getCognitiveServicesEndpoint() != null,
                component.allowedTargets()::allows);
    }
}
