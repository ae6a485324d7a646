package dev.spindle.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ArgumentsTest {
    @Test
    void whatIsRelativeIsMeantFromTheFolderOfTheCall() {
        assertThat(Arguments.absolute("/home/user", "a.iso", "discs/b c.iso", "../d.iso"))
                .containsExactly(
                        "/home/user/a.iso", "/home/user/discs/b c.iso", "/home/user/../d.iso");
        assertThat(Arguments.absolute("/", "a.iso")).containsExactly("/a.iso");
    }

    @Test
    void whatIsNamedInFullStaysAsItIs() {
        assertThat(Arguments.absolute("/home/user", "/media/a.iso", "demo:", "demo:?speed=8M"))
                .containsExactly("/media/a.iso", "demo:", "demo:?speed=8M");
        assertThat(Arguments.absolute("/home/user")).isEmpty();
    }
}
