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
package hello;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/** Says hello to whoever calls. */
public class HelloCalls extends RouteBuilder {

    @Override
    public void configure() {
        from("acs-call:incomingCall?to=+18005550100").routeId("hello")
                .to("acs-call:answer?awaitEvent=true")
                .to("acs-call:play?text=Hello. Please press a key.&voice=en-US-JennyNeural&awaitEvent=true")
                .to("acs-call:recognize?inputType=dtmf&maxTones=1&awaitEvent=true")
                .log("pressed: ${header.CamelAcsCallTones}")
                .to("acs-call:hangUp?forEveryone=true");
    }

    public static void main(String[] args) throws Exception {
        Main main = new Main();
        main.configure().addRoutesBuilder(new HelloCalls());
        main.run(args);
    }
}
