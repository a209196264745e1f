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

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A download into a file of the user's choice, which appears there when it is complete.
 */
final class FileTarget implements DownloadTarget {

    private final Path file;
    private final Path unfinished;
    private final OutputStream stream;

    /**
     * @throws IOException when its folder can't be made or written
     */
    FileTarget(Path file) throws IOException {
        this.file = file.toAbsolutePath();
        if (Files.isDirectory(this.file)) {
            throw new IOException("Option 'saveTo' names a folder where a file is meant: " + file);
        }
        Files.createDirectories(this.file.getParent());
        this.unfinished = Files.createTempFile(this.file.getParent(), ".acs-call-", ".part");
        this.stream = new BufferedOutputStream(Files.newOutputStream(unfinished));
    }

    @Override
    public OutputStream stream() {
        return stream;
    }

    @Override
    public Object finish() throws IOException {
        stream.close();
        try {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file.toFile();
    }

    @Override
    public void discard() throws IOException {
        try {
            // writes what is left, which a full disk does not take
            stream.close();
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
