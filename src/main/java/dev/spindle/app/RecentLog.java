package dev.spindle.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;

import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The latest lines of the log, in memory, for a report of a fault. Safe for all threads. */
final class RecentLog extends AppenderBase<ILoggingEvent> {
    private static final int MOST_LINES = 2000;

    private final Deque<String> lines = new ArrayDeque<>();

    /** Keeps what is logged from now on, down to INFO. */
    static RecentLog attach() {
        var logback = (LoggerContext) LoggerFactory.getILoggerFactory();
        var log = new RecentLog();
        log.setContext(logback);
        log.start();
        Logger root = logback.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(log);
        return log;
    }

    /** AppenderBase calls this under its own lock. */
    @Override
    protected synchronized void append(ILoggingEvent event) {
        lines.addLast(
                event.getInstant()
                        + " "
                        + event.getLevel()
                        + " "
                        + event.getLoggerName()
                        + ": "
                        + event.getFormattedMessage()
                        + Optional.ofNullable(event.getThrowableProxy())
                                .map(fault -> "\n" + ThrowableProxyUtil.asString(fault))
                                .orElse(""));
        if (lines.size() > MOST_LINES) {
            lines.removeFirst();
        }
    }

    synchronized String text() {
        return String.join("\n", lines);
    }
}
