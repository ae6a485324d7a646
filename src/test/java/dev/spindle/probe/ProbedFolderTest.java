package dev.spindle.probe;

import static dev.spindle.probe.ProbeRig.FOLDER;
import static dev.spindle.probe.ProbeRig.MIB;
import static dev.spindle.probe.ProbeRig.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.probe.ProbeReport.Outcome;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.OptionalLong;

/** Folders that are refused, and how much is written where there is little room. */
@Tag("unit")
class ProbedFolderTest {
    private final ProbeRig rig = new ProbeRig(1);

    private void assertRefused(ProbeRequest request, String sentence) {
        ProbeReport report = rig.probe(request);
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.text()).isEqualTo(sentence);
        assertThat(report.measures()).isEmpty();
        assertThat(rig.storage.insight().openFiles()).isEmpty();
    }

    private static ProbeRequest usual(String folder) {
        return new ProbeRequest(folder, OptionalLong.empty(), ProbeRequest.USUAL_BYTES_PER_SECOND);
    }

    @Test
    void aFolderThatIsMissing() {
        assertRefused(
                usual("/mnt/gone"),
                "/mnt/gone does not exist; make it, or mount what belongs there");
    }

    @Test
    void aFileIsNoFolder() {
        rig.storage.insight().file("/out/x.iso", new byte[3]);
        assertRefused(usual("/out/x.iso"), "/out/x.iso is not a folder; name a folder");
    }

    @Test
    void whatCanOnlyBeRead() {
        rig.storage.volume().readOnly(true);
        assertRefused(
                usual(FOLDER), "/out lies on ext4, which can only be read; choose another folder");
    }

    @Test
    void aFullFileSystem() {
        rig.storage.volume().capacity(10L * MIB);
        assertRefused(
                usual(FOLDER),
                "/out has too little room to be tested: 10.5 MB; remove something there");
    }

    @Test
    void aSizeBeyondTheRoom() {
        rig.storage.volume().capacity(10L * MIB);
        assertRefused(
                request(11, 50), "/out has room for a file of 10.5 MB; give a smaller --size");
    }

    @Test
    void aSizeBeyondTheLimitOfFiles() {
        rig.storage.volume().processFileLimit(5L * MIB);
        assertRefused(request(6, 50), "/out has room for a file of 5.24 MB; give a smaller --size");
    }

    @Test
    void unlessToldOtherwiseItTakesAQuarterOfTheRoomAtMost() {
        rig.storage.volume().capacity(64L * MIB);
        ProbeReport report = rig.probe(usual(FOLDER));
        assertThat(report.outcome()).as(report.text()).isEqualTo(Outcome.MEASURED);
        assertThat(report.measures()).hasSize(2).allMatch(m -> m.bytes() == 16L * MIB);
    }

    @Test
    void theUsualSizeIsThatOfTheUsualTime() {
        assertThat(usual(FOLDER).usualBytes()).isEqualTo(25L * 54_000_000);
    }
}
