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
package io.acscall.camel.docs;

import org.apache.camel.builder.RouteBuilder;

/**
 * The routes of docs/from-the-sdk.md, word for word.
 */
class FromTheSdkRoutes extends RouteBuilder {

    // CHECKSTYLE:OFF
    @Override
    public void configure() {
        // sample:create
        from("direct:create")
            .to("acs-call:createCall?target=+16045550100&sourceCallerId=+18005550100");

        // sample:createUser
        from("direct:createUser")
            .to("acs-call:createCall?target=8:acs:11111111-2222-4333-8444-555555555555_0000002a-0000-0000-0000-000000000002");

        // sample:createGroup
        from("direct:createGroup")
            .to("acs-call:createGroupCall?sourceCallerId=+18005550100"
                + "&target=+16045550100,8:acs:11111111-2222-4333-8444-555555555555_0000002a-0000-0000-0000-000000000002");

        // sample:connectServer
        from("direct:connectServer")
            .setHeader("CamelAcsCallServerCallId", header("knownServerCallId"))
            .to("acs-call:connect?awaitEvent=true");

        // sample:connectGroup
        from("direct:connectGroup")
            .to("acs-call:connect?groupCallId=29228d3e-040e-4656-a70e-890ab4e173e5");

        // sample:connectRoom
        from("direct:connectRoom")
            .to("acs-call:connect?roomId=99401000000000001");

        // sample:answer
        from("acs-call:incomingCall?to=+18001230001")
            .to("acs-call:answer?awaitEvent=true")
            .to("mock:answered");

        // sample:reject
        from("acs-call:incomingCall?to=+18001230002")
            .to("acs-call:reject?reason=busy");

        // sample:redirectUser
        from("acs-call:incomingCall?to=+18001230003")
            .to("acs-call:redirect?target=8:acs:11111111-2222-4333-8444-555555555555_0000002a-0000-0000-0000-000000000002");

        // sample:redirectNumber
        from("acs-call:incomingCall?to=+18001230004")
            .to("acs-call:redirect?target=+16045550100");

        // sample:transferUser
        from("direct:transferUser")
            .to("acs-call:transfer?target=8:acs:11111111-2222-4333-8444-555555555555_0000002a-0000-0000-0000-000000000002&awaitEvent=true");

        // sample:transferNumber
        from("direct:transferNumber")
            .to("acs-call:transfer?target=+16045550101&sourceCallerId=+18005550100&awaitEvent=true");

        // sample:transferTransferee
        from("direct:transferTransferee")
            .to("acs-call:transfer?transferee=+16045550100&target=+16045550102&sourceCallerId=+18005550100&awaitEvent=true");

        // sample:addUser
        from("direct:addUser")
            .to("acs-call:addParticipant?target=8:acs:11111111-2222-4333-8444-555555555555_0000002a-0000-0000-0000-000000000003&awaitEvent=true");

        // sample:addNumber
        from("direct:addNumber")
            .to("acs-call:addParticipant?target=+16045550101&sourceCallerId=+18005550100&invitationTimeout=60s&awaitEvent=true");

        // sample:cancelAdd
        from("direct:cancelAdd")
            .to("acs-call:addParticipant?target=+16045550109&sourceCallerId=+18005550100")
            .to("acs-call:cancelAddParticipant?awaitEvent=true");

        // sample:move
        from("direct:move")
            .setHeader("CamelAcsCallFromCallConnectionId", header("lobby"))
            .to("acs-call:moveParticipants?target=+16045550101&awaitEvent=true");

        // sample:remove
        from("direct:remove")
            .to("acs-call:removeParticipant?target=+16045550101&awaitEvent=true");

        // sample:leave
        from("direct:leave")
            .to("acs-call:hangUp?awaitEvent=true");

        // sample:end
        from("direct:end")
            .to("acs-call:hangUp?forEveryone=true&awaitEvent=true");

        // sample:getParticipant
        from("direct:getParticipant")
            .to("acs-call:getParticipant?target=+16045550100");

        // sample:listParticipants
        from("direct:listParticipants")
            .to("acs-call:listParticipants");

        // sample:properties
        from("direct:properties")
            .to("acs-call:getCallProperties");
    }
    // CHECKSTYLE:ON
}
