package dev.spindle.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.record.RipState;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

@Tag("unit")
class RipEntryTest {
    private final RipEntry entry =
            RipEntry.of(
                    "/srv/rips/Holiday 2019.rip.json",
                    Records.complete("/srv/rips", "HOLIDAY_2019", "c0ffee"));

    @Test
    void knowsTheFilesOfTheRip() {
        assertThat(entry.name()).isEqualTo("Holiday 2019");
        assertThat(entry.folder()).isEqualTo("/srv/rips");
        assertThat(entry.image()).isEqualTo("/srv/rips/Holiday 2019.iso");
        assertThat(RipEntry.recordOf(entry.image())).isEqualTo(entry.recordFile());
        assertThat(RipEntry.recordOf("/srv/rips/a.iso.part")).isEqualTo("/srv/rips/a.rip.json");
        assertThat(RipEntry.recordOf("/srv/rips/a")).isEqualTo("/srv/rips/a.rip.json");
    }

    @Test
    void aReportMeansItselfAndAMapTheReportBesideIt() {
        assertThat(RipEntry.recordMeantBy("/srv/a.rip.json")).contains("/srv/a.rip.json");
        assertThat(RipEntry.recordMeantBy("/srv/a.map")).contains("/srv/a.rip.json");
        assertThat(RipEntry.recordMeantBy("/srv/a.iso")).isEmpty();
        assertThat(RipEntry.recordMeantBy("/srv/map")).isEmpty();
    }

    @Test
    void takesWhatTheVerdictSays() {
        assertThat(entry.isFinished()).isTrue();
        assertThat(entry.durable()).isTrue();
        assertThat(entry.badSectors()).isEqualTo(3);
        assertThat(entry.totalSeconds()).isEqualTo(10.5);
        assertThat(entry.text()).isEqualTo("Complete.");
        assertThat(entry.driveName()).isEqualTo("ASUS BW-16D1HT");
    }

    @Test
    void isTheSameRipWhenResumed() {
        var resumed =
                RipEntry.of(entry.recordFile(), Records.running("/srv/rips", "other", "beef"));
        assertThat(resumed.id()).isEqualTo(entry.id()).matches("[0-9a-f]{32}");
        var other = RipEntry.of("/srv/b.rip.json", Records.running("/srv", "other", "beef"));
        assertThat(other.id()).isNotEqualTo(entry.id());
    }

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "'  ', true",
        "holiday, true",
        "2019 asus, true",
        "SR0, true",
        "c0ffee, true",
        "holiday 2020, false"
    })
    void isFoundByAllWordsOfAQuery(String query, boolean found) {
        assertThat(entry.matches(query)).isEqualTo(found);
    }

    @Test
    void runsOnlyWhileItsProcessDoes() {
        var running = RipEntry.of("/srv/a.rip.json", Records.running("/srv", "A", "1"));
        assertThat(running.state()).isEqualTo(RipState.RUNNING);
        assertThat(running.isRunning((pid, since) -> pid == 4711 && since.equals(Records.START)))
                .isTrue();
        assertThat(running.isRunning((_, _) -> false)).isFalse();
        assertThat(entry.isRunning((_, _) -> true)).isFalse();
    }

    @Test
    void aProcessIsAliveOnlyWhereItIsOldEnough() {
        long self = ProcessHandle.current().pid();
        assertThat(Processes.isAlive(self)).isTrue();
        assertThat(Processes.isAlive(self, Instant.MAX)).isTrue();
        assertThat(Processes.isAlive(self, Records.START.minusSeconds(1_000_000_000))).isFalse();
        // Beyond the largest number that Linux gives out, 2^22.
        assertThat(Processes.isAlive(1L << 30)).isFalse();
    }

    @Test
    void readsBackWhatItWrote() {
        String text = RipEntryText.write(entry);
        assertThat(RipEntryText.read(text)).contains(entry);
        assertThat(text).doesNotContain("finished");
        assertThat(RipEntryText.read(text.replaceFirst("\\{", "{\"colour\":3,"))).contains(entry);
    }

    @Test
    void readsNothingFromDamage() {
        String text = RipEntryText.write(entry);
        for (int end = 0; end < text.length() - 2; end += 7) {
            assertThat(RipEntryText.read(text.substring(0, end))).as("%d bytes", end).isEmpty();
        }
        assertThat(RipEntryText.read(text.replace("complete", "perfect"))).isEmpty();
        assertThat(RipEntryText.read(text.replace("/srv/rips/Holiday", "rips/Holiday"))).isEmpty();
        assertThat(RipEntryText.read("[1, 2]")).isEmpty();
    }
}
