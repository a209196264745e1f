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

import com.azure.core.credential.TokenCredential;
import com.azure.identity.DefaultAzureCredentialBuilder;

/**
 * The only class that touches azure-identity, which is an optional dependency.
 */
final class DefaultIdentity {

    private DefaultIdentity() {
    }

    static TokenCredential credential() {
        try {
            return new DefaultAzureCredentialBuilder().build();
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "credentialType=AZURE_IDENTITY needs com.azure:azure-identity on the class path", e);
        }
    }
}
