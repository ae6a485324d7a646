package dev.spindle.desktop;

import java.io.IOException;
import java.io.Serial;

/** Who was asked over the bus answered that it is not done. */
final class RefusedException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    private final String name;

    RefusedException(BusMessage answer) {
        super("the desktop refuses: " + answer.field(BusMessage.ERROR_NAME) + reason(answer));
        this.name = answer.field(BusMessage.ERROR_NAME);
    }

    /** As the specification of the asked interface has it. */
    String name() {
        return name;
    }

    /** Most errors bring a text for people. */
    private static String reason(BusMessage answer) {
        if (!answer.field(BusMessage.SIGNATURE).startsWith("s")) {
            return "";
        }
        try {
            return " (" + answer.reader().string() + ")";
        } catch (IOException cutOff) {
            return "";
        }
    }
}
