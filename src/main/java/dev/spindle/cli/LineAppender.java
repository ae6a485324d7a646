package dev.spindle.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

import java.util.function.Consumer;
import java.util.function.Function;

/** Hands log events from a level on to a taker of text. */
final class LineAppender extends AppenderBase<ILoggingEvent> {
    private final Level least;
    private final Function<ILoggingEvent, String> text;
    private final Consumer<String> taker;

    LineAppender(Level least, Function<ILoggingEvent, String> text, Consumer<String> taker) {
        this.least = least;
        this.text = text;
        this.taker = taker;
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(least)) {
            taker.accept(text.apply(event));
        }
    }
}
