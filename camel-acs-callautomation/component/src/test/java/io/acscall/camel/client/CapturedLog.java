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
package io.acscall.camel.client;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/**
 * All that is logged while it is open, by whatever logger.
 */
public final class CapturedLog extends AbstractAppender implements AutoCloseable {

    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final LoggerContext context = LoggerContext.getContext(false);

    private CapturedLog() {
        super("captured", null, null, true, Property.EMPTY_ARRAY);
    }

    /** Begins to listen to what is logged anyway. */
    public static CapturedLog listen() {
        CapturedLog log = new CapturedLog();
        log.start();
        log.context.getConfiguration().getRootLogger().addAppender(log, Level.ALL, null);
        return log;
    }

    /** Begins to listen, down to the finest level. */
    public static CapturedLog open() {
        CapturedLog log = listen();
        Configurator.setAllLevels(LogManager.ROOT_LOGGER_NAME, Level.ALL);
        return log;
    }

    /** What was logged so far, in order. */
    public List<Line> lines() {
        return lines;
    }

    /** The texts of one logger. */
    public List<String> linesOf(Class<?> logger) {
        return lines.stream().filter(line -> line.logger().equals(logger.getName())).map(Line::text).toList();
    }

    @Override
    public void append(LogEvent event) {
        StringWriter text = new StringWriter().append(event.getMessage().getFormattedMessage());
        if (event.getThrown() != null) {
            event.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        lines.add(new Line(event.getLoggerName(), event.getLevel(), text.toString(), event.getContextData().toMap()));
    }

    @Override
    public void close() {
        context.reconfigure();
        stop();
    }

    /** One entry, with the diagnostic context (MDC) of its thread. */
    public record Line(String logger, Level level, String text, Map<String, String> context) {
    }
}
