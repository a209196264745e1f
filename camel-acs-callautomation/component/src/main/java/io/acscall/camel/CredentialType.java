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

/**
 * With what the component proves to the service who it is.
 */
public enum CredentialType {
    /** the endpoint and access key in one text, as the portal shows it */
    CONNECTION_STRING,
    /** {@code endpoint} and {@code accessKey} */
    ACCESS_KEY,
    /** {@code endpoint} and a bean of type TokenCredential */
    TOKEN_CREDENTIAL,
    /** {@code endpoint} and the default chain of azure-identity, which must be on the class path */
    AZURE_IDENTITY
}
