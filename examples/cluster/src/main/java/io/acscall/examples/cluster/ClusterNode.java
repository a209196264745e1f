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
package io.acscall.examples.cluster;

import org.apache.camel.main.Main;

/** What both kinds of node are: a Camel application with the settings of its kind, and one that can be drained. */
final class ClusterNode {

    private ClusterNode() {
    }

    /**
     * A node, not started.
     *
     * @param kind names its properties
     */
    static Main of(String kind) {
        Main main = new Main();
        main.setPropertyPlaceholderLocations("classpath:application.properties,classpath:" + kind + ".properties");
        main.configure().addRoutesBuilder(DrainRoutes.class);
        return main;
    }
}
