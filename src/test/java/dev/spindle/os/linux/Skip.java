package dev.spindle.os.linux;

import org.junit.jupiter.api.Assumptions;

/** Skips a test where the machine can't run it, and says so where people look. */
final class Skip {
    private Skip() {}

    static void unless(boolean possible, String reason) {
        if (!possible) {
            System.out.println("skipped: " + reason);
        }
        Assumptions.assumeTrue(possible, reason);
    }
}
