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
package io.acscall.camel.vertx;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** The warnings of one logger while it is open. */
final class Warnings extends AbstractAppender implements AutoCloseable {

    private final String logger;
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final LoggerContext context = LoggerContext.getContext(false);

    private Warnings(Class<?> logger) {
        super("warnings", null, null, true, Property.EMPTY_ARRAY);
        this.logger = logger.getName();
    }

    static Warnings of(Class<?> logger) {
        Warnings warnings = new Warnings(logger);
        warnings.start();
        warnings.context.getConfiguration().getRootLogger().addAppender(warnings, Level.WARN, null);
        return warnings;
    }

    List<String> texts() {
        return texts;
    }

    @Override
    public void append(LogEvent event) {
        if (logger.equals(event.getLoggerName())) {
            texts.add(event.getMessage().getFormattedMessage());
        }
    }

    @Override
    public void close() {
        context.reconfigure();
        stop();
    }
}
