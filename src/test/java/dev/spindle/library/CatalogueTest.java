package dev.spindle.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The catalogue on scripted storage. */
@Tag("unit")
class CatalogueTest {
    private static final String FOLDER = "/home/user/.local/share/spindle/rips";

    private final BatonConcurrency baton = new BatonConcurrency(7, Duration.ofHours(1));
    private final ScriptedStorage storage = new ScriptedStorage(baton);
    private final Catalogue catalogue = new Catalogue(storage, Optional.of(FOLDER), 1 << 30);
    private final RipEntry first = entry("First", "1");
    private final RipEntry second = entry("Second", "2");

    private static RipEntry entry(String name, String identity) {
        return RipEntry.of(
                "/srv/rips/" + name + ".rip.json",
                Records.complete("/srv/rips", name.toUpperCase(Locale.ROOT), identity));
    }

    private static RipEntry running(String name, String identity) {
        return RipEntry.of(
                "/srv/rips/" + name + ".rip.json",
                Records.running("/srv/rips", name.toUpperCase(Locale.ROOT), identity));
    }

    @Test
    void isEmptyBeforeTheFirstRip() throws IOException {
        assertThat(catalogue.list().entries()).isEmpty();
        assertThat(storage.insight().exists(FOLDER)).isFalse();
    }

    @Test
    void listsWhatWasPutAndForgetsWhatWasRemoved() throws IOException {
        catalogue.put(first, Optional.of(Records.complete("/srv/rips", "FIRST", "1")));
        catalogue.put(second, Optional.empty());
        assertThat(catalogue.list().entries()).containsExactlyInAnyOrder(first, second);
        assertThat(catalogue.list().ofDisc("1")).containsExactly(first);
        assertThat(catalogue.list().ofDisc("")).isEmpty();

        catalogue.remove(first);
        catalogue.remove(first);
        assertThat(catalogue.list().entries()).containsExactly(second);
        assertThat(storage.list(FOLDER)).containsExactly(second.id() + ".json");
    }

    @Test
    void replacesWhatWasKnownOfTheSameRip() throws IOException {
        catalogue.put(running("First", "1"), Optional.empty());
        catalogue.put(first, Optional.empty());
        assertThat(catalogue.list().entries()).containsExactly(first);
    }

    @Test
    void keepsTheChartsEvenWhereTheImageIsGone() throws IOException {
        var record = Records.complete("/srv/rips", "FIRST", "1");
        catalogue.put(first, Optional.of(record));
        assertThat(catalogue.record(first)).isEqualTo(record);
        assertThatThrownBy(() -> catalogue.record(second))
                .isInstanceOf(IOException.class)
                .hasMessage("the record of Second is not in the library any more");
    }

    @Test
    void damageStaysWithOneRip() throws IOException {
        catalogue.put(first, Optional.empty());
        catalogue.put(second, Optional.empty());
        String damaged = FOLDER + "/" + first.id() + ".json";
        byte[] half = "{\"recordFile\" : \"/srv".getBytes(StandardCharsets.UTF_8);
        storage.remove(damaged);
        storage.insight().file(damaged, half);

        var listing = catalogue.list();
        assertThat(listing.entries()).containsExactly(second);
        assertThat(listing.damaged()).isEqualTo(1);
        assertThat(storage.insight().content(damaged)).isEqualTo(half);
    }

    @Test
    void aFileThatCannotBeReadHidesNoOther() throws IOException {
        catalogue.put(first, Optional.empty());
        catalogue.put(second, Optional.empty());
        storage.fail(CallKind.READ, 1, Errno.EIO);
        assertThat(catalogue.list().entries()).hasSize(1);
        assertThat(catalogue.list().entries()).hasSize(2);
    }

    @Test
    void aFullDiskLeavesTheOldEntryAndNoTemporary() throws IOException {
        catalogue.put(running("First", "1"), Optional.empty());
        storage.fail(CallKind.WRITE, 1, Errno.ENOSPC);
        assertThatThrownBy(() -> catalogue.put(first, Optional.empty()))
                .isInstanceOf(IOException.class);
        assertThat(catalogue.list().entries()).containsExactly(running("First", "1"));
        assertThat(storage.list(FOLDER)).containsExactly(first.id() + ".json");
    }

    @Test
    void aPowerCutLeavesOldOrNew() throws IOException {
        catalogue.put(running("First", "1"), Optional.empty());
        catalogue.put(first, Optional.empty());
        for (long seed = 0; seed < 50; seed++) {
            assertThat(after(storage.crashCopy(seed))).as("seed %d", seed).containsExactly(first);
        }
    }

    @Test
    void aPowerCutAmidAChangeLeavesOldOrNew() throws IOException {
        catalogue.put(running("First", "1"), Optional.empty());
        storage.fail(CallKind.SYNC_FOLDER, 1, Errno.EIO);
        assertThatThrownBy(() -> catalogue.put(first, Optional.empty()))
                .isInstanceOf(IOException.class);
        var seen = new HashSet<List<RipEntry>>();
        for (long seed = 0; seed < 50; seed++) {
            seen.add(after(storage.crashCopy(seed)));
        }
        assertThat(seen).containsExactlyInAnyOrder(List.of(first), List.of(running("First", "1")));
    }

    private static List<RipEntry> after(ScriptedStorage crashed) throws IOException {
        var listing = new Catalogue(crashed, Optional.of(FOLDER), 5).list();
        assertThat(listing.damaged()).isZero();
        return listing.entries();
    }

    @Test
    void twoProgramsKeepEachOthersRips() throws IOException {
        var other = new Catalogue(storage, Optional.of(FOLDER), 4711);
        catalogue.put(first, Optional.empty());
        other.put(second, Optional.empty());
        other.put(first, Optional.empty());
        assertThat(catalogue.list().entries()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void sweepsUpWhatDeadProcessesLeft() throws IOException {
        long self = ProcessHandle.current().pid();
        String ofDead = FOLDER + "/a.json." + (1L << 30) + ".tmp";
        String ofLiving = FOLDER + "/a.json." + self + ".tmp";
        storage.insight().file(ofDead, new byte[3]);
        storage.insight().file(ofLiving, new byte[3]);
        assertThat(catalogue.list().entries()).isEmpty();
        assertThat(storage.insight().exists(ofDead)).isFalse();
        assertThat(storage.insight().exists(ofLiving)).isTrue();
    }

    @Test
    void withoutAHomeNothingIsRemembered() throws IOException {
        var none = new Catalogue(storage, Optional.empty(), 1);
        none.put(first, Optional.empty());
        none.remove(first);
        assertThat(none.list().entries()).isEmpty();
        assertThat(storage.insight().paths()).containsExactly("/");
        assertThatThrownBy(() -> none.record(first)).isInstanceOf(IOException.class);
    }
}
