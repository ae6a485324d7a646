package dev.spindle.rip.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.DriveInfo;
import dev.spindle.range.ByteRange;
import dev.spindle.rescue.MapBlock;
import dev.spindle.rescue.RescueMap;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipState;
import dev.spindle.rip.record.WritebackRecord;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table of starts: what lies there, and what each mode makes of it. */
@Tag("unit")
final class StartRuleTest {
    private static final long BYTES = 10_240;
    private static final RipFiles FILES = new RipFiles("/out", "X");

    @ParameterizedTest
    @CsvSource({
        // image, part, held, map, record: ADAPT, RESUME, RESTART
        "none, none, no, absent, none,           Fresh, Fresh, Fresh",
        "none, none, no, half, same RUNNING,     Fresh, Fresh, Fresh",
        "none, none, no, half, none,             NextName, Refuse, Fresh",
        "none, none, no, broken, none,           NextName, Refuse, Fresh",
        "none, half, yes, half, same RUNNING,    Refuse, Refuse, Refuse",
        "none, half, yes, half, other RUNNING,   NextName, Refuse, Refuse",
        "none, half, no, half, same RUNNING,     Resume, Resume, StartOver",
        "none, half, no, half, same STOPPED,     Resume, Resume, StartOver",
        "none, half, no, half, none,             Resume, Resume, StartOver",
        "none, half, no, half, other STOPPED,    NextName, Refuse, StartOver",
        "none, half, no, absent, same RUNNING,   StartOver, StartOver, StartOver",
        "none, half, no, absent, none,           NextName, StartOver, StartOver",
        "none, empty, no, absent, none,          StartOver, StartOver, StartOver",
        "none, half, no, broken, same RUNNING,   NextName, Refuse, StartOver",
        "none, half, no, larger, same RUNNING,   NextName, Refuse, StartOver",
        "none, half, no, larger, none,           NextName, Refuse, StartOver",
        "none, half, no, shorter, none,          Resume, Resume, StartOver",
        "none, half, no, shorter, same STOPPED,  Resume, Resume, StartOver",
        "none, half, no, shorter, other STOPPED, NextName, Refuse, StartOver",
        "none, too long, no, shorter, none,      NextName, Refuse, StartOver",
        "whole, none, no, shorter, same FINISHED_WITH_HOLES, NextName, Reopen, NextName",
        "whole, none, no, whole, same COMPLETE,  NextName, Complete, NextName",
        "whole, none, no, whole, same RUNNING,   Complete, Complete, NextName",
        "whole, none, no, half, same RUNNING,    Reopen, Reopen, NextName",
        "whole, none, no, absent, same RUNNING,  Reopen, Reopen, NextName",
        "whole, none, no, absent, same COMPLETE, NextName, Complete, NextName",
        "whole, none, no, half, same FINISHED_WITH_HOLES, NextName, Reopen, NextName",
        "whole, none, no, absent, same FINISHED_WITH_HOLES, NextName, Reopen, NextName",
        "whole, none, no, whole, other COMPLETE, NextName, Refuse, NextName",
        "whole, none, no, whole, none,           NextName, Refuse, NextName",
        "half, none, no, whole, same COMPLETE,   NextName, Refuse, NextName",
    })
    void decides(
            String image,
            String part,
            String held,
            String map,
            String record,
            String adapt,
            String resume,
            String restart) {
        var survey =
                new Survey(
                        size(image),
                        size(part),
                        held.equals("yes"),
                        Optional.empty(),
                        map(map),
                        record(record));
        assertThat(name(survey, ResumeMode.ADAPT)).isEqualTo(adapt);
        assertThat(name(survey, ResumeMode.RESUME)).isEqualTo(resume);
        assertThat(name(survey, ResumeMode.RESTART)).isEqualTo(restart);
    }

    /** ddrescue's -s, or a map that ddrescuelog made of a part. */
    @Test
    void whatAPartialMapDoesNotSpeakOfWasNotTried() {
        var survey =
                new Survey(
                        Optional.empty(),
                        Optional.of(BYTES),
                        false,
                        Optional.empty(),
                        map("shorter"),
                        Optional.empty());
        var decision = new StartRule("id", BYTES, ResumeMode.ADAPT, false).decide(survey, FILES);
        assertThat(decision)
                .isInstanceOfSatisfying(
                        StartDecision.Resume.class,
                        resume -> {
                            assertThat(resume.isPartial()).isTrue();
                            assertThat(resume.map().blocks())
                                    .containsExactly(
                                            new MapBlock(
                                                    new ByteRange(0, BYTES / 4),
                                                    SectorStatus.FINISHED),
                                            new MapBlock(
                                                    new ByteRange(BYTES / 4, BYTES),
                                                    SectorStatus.NON_TRIED));
                        });
    }

    /** An image on its way: it was made to be moved. */
    @Test
    void aFinishedImageOfTheDiscIsWhatIsToBeMoved() {
        assertThat(staged("same COMPLETE", ResumeMode.ADAPT)).isEqualTo("Complete");
        assertThat(staged("other COMPLETE", ResumeMode.ADAPT)).isEqualTo("NextName");
        assertThat(staged("same COMPLETE", ResumeMode.RESTART)).isEqualTo("NextName");
    }

    private static String staged(String record, ResumeMode mode) {
        var survey =
                new Survey(
                        size("whole"),
                        size("none"),
                        false,
                        Optional.empty(),
                        map("whole"),
                        record(record));
        return new StartRule("id", BYTES, mode, true)
                .decide(survey, FILES)
                .getClass()
                .getSimpleName();
    }

    private static String name(Survey survey, ResumeMode mode) {
        return new StartRule("id", BYTES, mode, false)
                .decide(survey, FILES)
                .getClass()
                .getSimpleName();
    }

    private static Optional<Long> size(String text) {
        return switch (text) {
            case "none" -> Optional.empty();
            case "empty" -> Optional.of(0L);
            case "half" -> Optional.of(BYTES / 2);
            case "too long" -> Optional.of(BYTES + 1);
            default -> Optional.of(BYTES);
        };
    }

    private static Survey.MapState map(String text) {
        return switch (text) {
            case "absent" -> new Survey.MapState.Absent();
            case "broken" -> new Survey.MapState.Broken("line 1");
            case "larger" -> new Survey.MapState.Parsed(new RescueMap(BYTES + 1));
            case "shorter" -> {
                var map = new RescueMap(BYTES / 2);
                map.set(new ByteRange(0, BYTES / 4), SectorStatus.FINISHED);
                yield new Survey.MapState.Parsed(map);
            }
            default -> {
                var map = new RescueMap(BYTES);
                long finished = text.equals("half") ? BYTES / 2 : BYTES;
                map.set(new ByteRange(0, finished), SectorStatus.FINISHED);
                yield new Survey.MapState.Parsed(map);
            }
        };
    }

    private static Optional<RipRecord> record(String text) {
        if (text.equals("none")) {
            return Optional.empty();
        }
        int space = text.indexOf(' ');
        return Optional.of(
                new RipRecord(
                        RipRecord.VERSION,
                        RipState.valueOf(text.substring(space + 1)),
                        1,
                        Instant.EPOCH,
                        new DriveInfo("a", "", "a", "", "", true),
                        "",
                        text.substring(0, space).equals("same") ? "id" : "other id",
                        BYTES,
                        "/out",
                        "ext4",
                        new WritebackRecord("plain", "none", 1, "buffered"),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        2048,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }
}
