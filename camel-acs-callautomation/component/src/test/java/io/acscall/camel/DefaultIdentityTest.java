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

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;

import com.azure.identity.DefaultAzureCredential;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DefaultIdentityTest {

    @Test
    void isTheDefaultChainOfAzureIdentity() {
        assertThat(DefaultIdentity.credential()).isInstanceOf(DefaultAzureCredential.class);
    }

    @Test
    void withoutAzureIdentityItSaysWhatIsMissing() throws Exception {
        Class<?> alone = Class.forName(DefaultIdentity.class.getName(), true, new WithoutIdentity());
        Method credential = alone.getDeclaredMethod("credential");
        credential.setAccessible(true);

        assertThatThrownBy(() -> credential.invoke(null)).cause().isInstanceOf(IllegalStateException.class)
                .hasMessage("credentialType=AZURE_IDENTITY needs com.azure:azure-identity on the class path");
    }

    /** The class path of an application that leaves the optional dependency away. */
    private static final class WithoutIdentity extends ClassLoader {

        private WithoutIdentity() {
            super(DefaultIdentityTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.azure.identity.")) {
                throw new ClassNotFoundException(name);
            }
            return name.equals(DefaultIdentity.class.getName()) ? ownCopy(name) : super.loadClass(name, resolve);
        }

        private Class<?> ownCopy(String name) throws ClassNotFoundException {
            try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
