package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.spindle.drive.Drive;
import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.run.RealConcurrency;
import dev.spindle.run.StopToken;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What a drive is asked through the one that a rip holds. */
@Tag("unit")
final class HeldDriveTest {
    private final Tray tray = new Tray();
    private final HeldDrive held = new HeldDrive(new RealConcurrency(), tray);

    /** Notes how it was asked for its disc, and that it was closed. */
    private static final class Tray implements Drive {
        private final List<String> asked = new ArrayList<>();
        private boolean isEmpty;
        private long lengthBytes;

        private void ask(String what) throws IOException {
            asked.add(what);
            if (isEmpty) {
                throw new IOException("no disc");
            }
        }

        @Override
        public DriveInfo info() {
            return new DriveInfo("tray", "", "", "", "", true);
        }

        @Override
        public long lengthBytes() {
            return lengthBytes;
        }

        @Override
        public OptionalLong topBytesPerSecond() {
            return OptionalLong.empty();
        }

        @Override
        public int sectorsPerRead() {
            return 32;
        }

        @Override
        public ReadOutcome read(long lba, int sectors, ByteBuffer into) {
            asked.add("read");
            return new ReadOutcome.Good(sectors * SECTOR_BYTES);
        }

        @Override
        public void awaitDisc(StopToken stop) throws IOException {
            ask("any");
        }

        @Override
        public void awaitKnownDisc(StopToken stop) throws IOException {
            ask("known");
        }

        @Override
        public void close() {
            asked.add("close");
        }
    }

    @Test
    void aDiscIsSearchedUntilItWasThereAndNotAgain() throws IOException {
        tray.isEmpty = true;
        assertThatIOException().isThrownBy(() -> held.awaitDisc(StopToken.never()));
        tray.isEmpty = false;
        for (int i = 0; i < 3; i++) {
            held.awaitDisc(StopToken.never());
        }
        assertThat(tray.asked).containsExactly("any", "any", "known", "known");
    }

    @Test
    void theRipStaysOneOfItsFirstDisc() throws IOException {
        tray.lengthBytes = 640_000;
        held.awaitDisc(StopToken.never());
        tray.lengthBytes = 2_048_000;
        held.awaitDisc(StopToken.never());
        assertThat(held.lengthBytes()).isEqualTo(640_000);
        assertThat(held.holdsWhatWasRead(StopToken.never())).isFalse();
    }

    @Test
    void oneThatWasGivenBackGetsNoCommand() throws IOException {
        held.awaitDisc(StopToken.never());
        held.close();
        assertThat(held.read(0, 1, ByteBuffer.allocateDirect(Drive.SECTOR_BYTES)))
                .isInstanceOf(ReadOutcome.Gone.class);
        assertThatIOException().isThrownBy(() -> held.awaitDisc(StopToken.never()));
        assertThatIOException().isThrownBy(held::eject);
        assertThat(tray.asked).containsExactly("any", "close");
    }
}
