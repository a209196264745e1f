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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.annotations.SendDynamic;
import org.apache.camel.support.EndpointHelper;
import org.apache.camel.support.component.RawParameterHelper;
import org.apache.camel.support.component.SendDynamicAwareSupport;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.URISupport;

/**
 * Makes toD use one endpoint for all values: the options of one request move to where only the component reads them,
 * for that step only. An option that the written URI does not have is refused, so that a value with <code>&amp;</code>
 * in it adds nothing.
 */
@SendDynamic("acs-call")
public class AcsCallSendDynamicAware extends SendDynamicAwareSupport {

    /** Makes the component be there when the route starts, which looks at what the route will do. */
    @Override
    protected void doInit() throws Exception {
        super.doInit();
        getCamelContext().getComponent(getScheme());
    }

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    public DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) throws Exception {
        Map<String, Object> options = URISupport.parseQuery(URISupport.extractQuery(uri));
        refuseAdded(exchange, options, originalUri);
        // endpointProperties of the super class resolves RAW() only for lenient components
        RawParameterHelper.resolveRawParameterValues(exchange.getContext(), options);
        return new DynamicAwareEntry(uri, originalUri, options, null);
    }

    private static void refuseAdded(Exchange exchange, Map<String, Object> options, String originalUri) throws Exception {
        String written = EndpointHelper.resolveEndpointUriPropertyPlaceholders(exchange.getContext(), originalUri);
        Set<String> added = new TreeSet<>(options.keySet());
        added.removeAll(URISupport.parseQuery(URISupport.extractQuery(written)).keySet());
        options.forEach((name, value) -> {
            if (value instanceof List) {
                added.add(name);
            }
        });
        if (!added.isEmpty()) {
            throw new IllegalArgumentException(
                    "A dynamic value has changed the options of " + StringHelper.before(originalUri, "?", originalUri)
                                               + ": " + added
                                               + " stand in the URI that came out, but not (or once only) in the one that "
                                               + "was written. Use setHeader for values from outside, or RAW(${…}) around them");
        }
    }

    @Override
    public String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) throws Exception {
        Map<String, Object> fixed = new LinkedHashMap<>(entry.getProperties());
        fixed.keySet().removeAll(requestOptions(entry));
        String path = StringHelper.before(entry.getUri(), "?", entry.getUri());
        return fixed.isEmpty() ? path : path + "?" + URISupport.createQueryString(fixed, false);
    }

    @Override
    public Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) {
        Map<String, Object> moved = new LinkedHashMap<>(entry.getProperties());
        moved.keySet().retainAll(requestOptions(entry));
        Map<String, Object> options = RequestOptionTable.of(getCamelContext()).read(moved);
        return step -> DynamicOptions.put(step, options);
    }

    @Override
    public Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return DynamicOptions::remove;
    }

    private Set<String> requestOptions(DynamicAwareEntry entry) {
        RequestOptionTable table = RequestOptionTable.of(getCamelContext());
        Set<String> names = new TreeSet<>(entry.getProperties().keySet());
        names.removeIf(name -> !table.isRequestOption(name));
        return names;
    }
}
