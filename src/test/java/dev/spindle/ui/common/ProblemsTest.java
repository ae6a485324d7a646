package dev.spindle.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;

/** What of an exception is for the user. */
@Tag("unit")
class ProblemsTest {
    @Test
    void whatStorageAndDrivesSayIsMeantForPeople() {
        assertThat(Problems.sentence(new IOException("the tray is open")))
                .isEqualTo("the tray is open");
        assertThat(Problems.sentence(new OsException(Errno.EACCES, "open", "/a")))
                .isEqualTo("/a: permission denied (open)");
    }

    @Test
    void whatSaysNothingIsAtLeastNamed() {
        assertThat(Problems.sentence(new IOException()))
                .isEqualTo("Something unexpected happened: java.io.IOException.");
        assertThat(Problems.sentence(new IOException("  ")))
                .startsWith("Something unexpected happened: java.io.IOException");
    }

    @Test
    void faultsOfOurOwnDoNotLookLikeTheUsers() {
        assertThat(Problems.sentence(new IllegalStateException("{0} can't be")))
                .isEqualTo(
                        "Something unexpected happened: java.lang.IllegalStateException: {0} can't"
                                + " be.");
    }
}
