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
package io.acscall.camel.await;

/**
 * So many exchanges wait already that one more is refused.
 */
public class TooManyWaitsException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    TooManyWaitsException(String action, int max) {
        super("acs-call:" + action + " can't wait: " + max
              + " operations wait already, which is the limit of the component option "
              + "'maxOpenWaits'. Raise it, for example maxOpenWaits=" + 2L * max + ", or wait for fewer events");
    }
}
