package dev.spindle.rip.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.os.MountFacts;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is told of a folder before a rip goes there. */
@Tag("unit")
class DestinationTest {
    private final ScriptedStorage storage =
            new ScriptedStorage(new BatonConcurrency(1, Duration.ofHours(1)));
    private final Destination destination = new Destination(storage);

    DestinationTest() {
        storage.insight().folder("/rips");
    }

    @Test
    void theKindIsAsExactAsItsMount() throws Exception {
        storage.volume().type(0x65735546L);
        assertThat(destination.look("/rips").kind().name()).isEqualTo("FUSE");

        storage.volume()
                .mount(
                        new MountFacts(
                                "fuse.sshfs", "me@nas:/a", List.of(), "/rips", Optional.empty()));
        assertThat(destination.look("/rips").kind().name()).isEqualTo("FUSE (sshfs)");
        assertThat(destination.look("/rips/new").kind().name()).isEqualTo("FUSE (sshfs)");
    }

    @Test
    void theSmallerLimitCounts() throws Exception {
        storage.volume().type(0x4D44);
        assertThat(destination.look("/rips").maxFileBytes()).isEqualTo(0xFFFF_FFFFL);
        storage.volume().processFileLimit(1000);
        assertThat(destination.look("/rips").maxFileBytes()).isEqualTo(1000);
    }

    @Test
    void whatCanOnlyBeReadIsRefusedByName() {
        storage.volume().type(0x9660);
        storage.volume().readOnly(true);

        assertThatThrownBy(() -> destination.look("/rips"))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "/rips lies on ISO 9660, which can only be read; choose another folder");
    }
}
