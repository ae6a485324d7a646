package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.os.Storage.How;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class OpenFlagsTest {
    @ParameterizedTest
    @CsvSource({
        "amd64,   0x4000,  0x10000, 0x20000, 0x8000",
        "x86_64,  0x4000,  0x10000, 0x20000, 0x8000",
        "aarch64, 0x10000, 0x4000,  0x8000,  0x20000"
    })
    void tablesAreThoseOfTheHeaders(
            String osArch, String direct, String directory, String noFollow, String largeFile) {
        assertThat(OpenFlags.ofArchitecture(osArch))
                .isEqualTo(
                        new OpenFlags(
                                Integer.decode(direct),
                                Integer.decode(directory),
                                Integer.decode(noFollow),
                                Integer.decode(largeFile)));
    }

    @Test
    void anotherProcessorIsRefusedWithOneSentence() {
        assertThatThrownBy(() -> OpenFlags.ofArchitecture("riscv64"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("Spindle runs on x86-64 and aarch64, not on riscv64.");
    }

    @ParameterizedTest
    @CsvSource({
        "READ,       0x80000",
        "READ_WRITE, 0x80002",
        "CREATE,     0x80042",
        "CREATE_NEW, 0x800c2",
        "REPLACE,    0x80241"
    })
    void intentsBecomeFlags(How how, String flags) {
        assertThat(OpenFlags.of(how)).isEqualTo(Integer.decode(flags));
    }

    @Test
    void theBitForDirectIsThatOfThisMachine() {
        assertThat(OpenFlags.of(How.DIRECT))
                .isEqualTo(0x80002 | OpenFlags.ofThisMachine().direct())
                .isNotEqualTo(OpenFlags.of(How.READ_WRITE));
        assertThat(OpenFlags.of(How.READ_DIRECT))
                .isEqualTo(0x80000 | OpenFlags.ofThisMachine().direct());
    }
}
