package dev.spindle.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.library.Habits.WhenFinished;
import dev.spindle.library.MusicSettings;
import dev.spindle.library.RipEntry;
import dev.spindle.library.Settings;
import dev.spindle.rip.MusicServers;
import dev.spindle.rip.MusicWishes;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.rip.record.RipState;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Instant;

/** Going on with a rip of the library asks for what its record holds, and for nothing else. */
@Tag("unit")
class ResumeRequestsTest {
    private static final RipEntry ENTRY =
            new RipEntry(
                    "/srv/rips/The Band - Songs.rip.json",
                    "The Band - Songs",
                    "c0ffee",
                    392_784_000,
                    "/dev/sr0",
                    "ASUS BW-16D1HT",
                    Instant.parse("2026-01-02T03:04:05Z"),
                    4711,
                    RipState.STOPPED,
                    false,
                    0,
                    12,
                    "Stopped.",
                    2352);

    private static RipRequest of(Settings settings) {
        return ResumeRequests.of(ENTRY, ResumeMode.RESUME, settings);
    }

    @Test
    void namesTheDriveTheFolderAndTheFile() {
        var request = of(Settings.STANDARD);
        assertThat(request.drive()).isEqualTo("/dev/sr0");
        assertThat(request.folder()).isEqualTo("/srv/rips");
        assertThat(request.name()).contains("The Band - Songs");
        assertThat(request.resume()).isEqualTo(ResumeMode.RESUME);
        assertThat(request.wishes().eject()).isFalse();
    }

    /** Format, offset and words stand in the record of the rip. */
    @Test
    void leavesUnsaidWhatTheRecordKnows() {
        var settings =
                Settings.STANDARD.with(MusicSettings.STANDARD.withOffset("ASUS BW-16D1HT", 6));
        assertThat(of(settings).music()).isEqualTo(MusicWishes.STANDARD);
    }

    @Test
    void asksServersOnlyWhereTheSettingsSaySo() {
        var off = MusicSettings.STANDARD.withServer("ctdb", "http://localhost:8");
        assertThat(of(Settings.STANDARD.with(off)).music().servers()).isEmpty();
        var servers = of(Settings.STANDARD.with(off.with(true))).music().servers().orElseThrow();
        assertThat(servers.ctdb()).isEqualTo(URI.create("http://localhost:8"));
        assertThat(servers.musicBrainz()).isEqualTo(MusicServers.USUAL.musicBrainz());
    }

    @Test
    void takesTheDiscOutWhereThatIsSet() {
        var settings = Settings.STANDARD.with(Settings.STANDARD.habits().with(WhenFinished.EJECT));
        assertThat(of(settings).wishes().eject()).isTrue();
    }
}
