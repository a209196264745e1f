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
package io.acscall.camel.neighbour;

import java.util.concurrent.TimeUnit;

import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.AcsCallConfiguration;
import io.acscall.simulator.AcsSimulator;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelContextConfiguration;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.junit.jupiter.api.Test;

/** Routes with calls in camel-test-junit5 without any service: all that would call is mocked or woven away. */
class TestJunit5Test extends CamelTestSupport {

    @Override
    public void configureTest(TestExecutionConfiguration test) {
        super.configureTest(test);
        test.withUseAdviceWith(true);
    }

    @Override
    public void configureContext(CamelContextConfiguration configuration) {
        super.configureContext(configuration);
        configuration.withMockEndpointsAndSkip("acs-call:createCall*");
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        AcsCallConfiguration configuration = new AcsCallConfiguration();
        configuration.setConnectionString("endpoint=https://calls.example.com/;accesskey=" + AcsSimulator.DEVELOPMENT_KEY);
        AcsCallComponent component = new AcsCallComponent(context);
        component.setConfiguration(configuration);
        context.addComponent("acs-call", component);
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ring").routeId("ring")
                        .to("acs-call:createCall?target=+16045550100&sourceCallerId=+18005550100").to("mock:rung");

                from("acs-call:incomingCall?to=+18005550100").routeId("desk")
                        .to("acs-call:answer")
                        .to("acs-call:recognize?inputType=dtmf&maxTones=1").id("ask")
                        .choice()
                        .when(header("CamelAcsCallTones").isEqualTo("1")).to("acs-call:transfer?target=+16045550101")
                        .otherwise().to("acs-call:hangUp?forEveryone=true");
            }
        };
    }

    @Test
    void anEndpointIsMockedAndLeftOut() throws Exception {
        context.getRouteController().stopRoute("desk");
        AdviceWith.adviceWith(context, "desk", desk -> desk.replaceFromWith("direct:unused"));
        context.start();
        MockEndpoint call = getMockEndpoint("mock:acs-call:createCall");
        call.expectedBodiesReceived("Hello");
        getMockEndpoint("mock:rung").expectedMessageCount(1);

        template.sendBody("direct:ring", "Hello");

        MockEndpoint.assertIsSatisfied(context, 20, TimeUnit.SECONDS);
    }

    @Test
    void aRouteIsWovenSoThatItNeedsNoCall() throws Exception {
        AdviceWith.adviceWith(context, "desk", desk -> {
            desk.replaceFromWith("direct:desk");
            desk.weaveById("ask").replace().setHeader("CamelAcsCallTones", desk.constant("1"));
            desk.mockEndpointsAndSkip("acs-call:answer", "acs-call:transfer*", "acs-call:hangUp*");
        });
        context.start();
        getMockEndpoint("mock:acs-call:answer").expectedMessageCount(1);
        getMockEndpoint("mock:acs-call:transfer").expectedHeaderReceived("CamelAcsCallTones", "1");
        getMockEndpoint("mock:acs-call:hangUp").expectedMessageCount(0);

        template.sendBody("direct:desk", null);

        MockEndpoint.assertIsSatisfied(context, 20, TimeUnit.SECONDS);
    }
}
