package dev.spindle.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Log events as text. Pure but for the time zone. */
final class LogText {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
                    .withZone(ZoneId.systemDefault());

    private LogText() {}

    /** One sentence. */
    static String brief(ILoggingEvent event) {
        IThrowableProxy problem = event.getThrowableProxy();
        String why = problem == null ? "" : ": " + reason(problem);
        return "spindle: "
                + word(event.getLevel())
                + Texts.oneLine(event.getFormattedMessage() + why);
    }

    /** With the time, the thread, and all of a problem's stack trace. */
    static String full(ILoggingEvent event) {
        Instant time = Instant.ofEpochMilli(event.getTimeStamp());
        String line =
                String.format(
                        Locale.ROOT,
                        "%s %-5s [%s] %s: %s",
                        STAMP.format(time),
                        event.getLevel(),
                        event.getThreadName(),
                        shortName(event.getLoggerName()),
                        Texts.oneLine(event.getFormattedMessage()));
        IThrowableProxy problem = event.getThrowableProxy();
        return problem == null ? line : line + "\n" + ThrowableProxyUtil.asString(problem).strip();
    }

    private static String word(Level level) {
        return switch (level.toInt()) {
            case Level.ERROR_INT -> "error: ";
            case Level.WARN_INT -> "warning: ";
            default -> "";
        };
    }

    private static String reason(IThrowableProxy problem) {
        String message = problem.getMessage();
        return message == null || message.isBlank() ? problem.getClassName() : message;
    }

    private static String shortName(String logger) {
        return logger.startsWith("dev.spindle.")
                ? logger.substring("dev.spindle.".length())
                : logger;
    }
}
