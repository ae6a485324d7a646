package dev.spindle.cli;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;

import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where log lines go: warnings to standard error, more with {@code -v} and {@code -vv}, everything
 * to the file of {@code --log}. Each way has a thread and a bounded queue of its own, so that
 * whoever logs never waits; what does not fit is lost.
 */
final class Logs implements AutoCloseable {
    private static final int QUEUE_LINES = 8192;

    /** How long the last lines may take at the end, in milliseconds. */
    private static final int LAST_LINES_MILLIS = 1000;

    private final Logger root;

    private Logs(Logger root) {
        this.root = root;
    }

    static Logs open(int verbosity, Optional<Path> file, Screen screen) throws UsageException {
        Optional<LogFile> log =
                file.isPresent() ? Optional.of(LogFile.open(file.get(), screen)) : Optional.empty();
        var logback = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = logback.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level shown = level(verbosity);
        root.setLevel(log.isPresent() ? Level.TRACE : shown);
        attach(root, shown, shown == Level.WARN ? LogText::brief : LogText::full, screen::line);
        log.ifPresent(taker -> attach(root, Level.TRACE, LogText::full, taker));
        return new Logs(root);
    }

    /** The least level that standard error shows. */
    static Level level(int verbosity) {
        return verbosity <= 0 ? Level.WARN : verbosity == 1 ? Level.INFO : Level.TRACE;
    }

    private static void attach(
            Logger root,
            Level least,
            Function<ILoggingEvent, String> text,
            Consumer<String> taker) {
        var lines = new LineAppender(least, text, taker);
        lines.setContext(root.getLoggerContext());
        lines.start();
        var queue = new AsyncAppender();
        queue.setContext(root.getLoggerContext());
        queue.setQueueSize(QUEUE_LINES);
        queue.setDiscardingThreshold(0);
        queue.setNeverBlock(true);
        queue.setMaxFlushTime(LAST_LINES_MILLIS);
        queue.addAppender(lines);
        queue.start();
        root.addAppender(queue);
    }

    /** Waits a little for the last lines; a file that hangs is left alone. */
    @Override
    public void close() {
        root.detachAndStopAllAppenders();
        root.setLevel(Level.WARN);
    }
}
