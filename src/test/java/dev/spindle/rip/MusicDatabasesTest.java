package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.audio.check.DiscSums;
import dev.spindle.audio.check.TrackSums;
import dev.spindle.audio.id.AccurateRipId;
import dev.spindle.audio.id.AudioToc;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.MediumFacts;
import dev.spindle.os.Web;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.record.RipRecordText;
import dev.spindle.run.Deadline;
import dev.spindle.run.StopToken;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Databases are asked where the user wants it; none of them ever holds a rip up or spoils it. */
@Tag("unit")
final class MusicDatabasesTest extends AudioRips {
    private static final String LOG = ALBUM + "/The Band - Songs.log";

    private final List<URI> asked = new ArrayList<>();

    private static void ask(Bench bench) {
        bench.music = bench.music.with(MusicServers.USUAL);
    }

    private void answers(Bench bench, byte[] accurateRip) {
        ask(bench);
        bench.web =
                address -> {
                    asked.add(address);
                    return address.getHost().contains("accuraterip")
                            ? new Web.Answer(Web.Answer.OK, accurateRip)
                            : new Web.Answer(Web.Answer.NOT_FOUND, new byte[0]);
                };
    }

    /** Checksums of the disc, as somebody reads it whose drive is off by so many samples. */
    private List<TrackSums> sums(Bench bench, int offset) {
        byte[] shifted = new byte[bench.image.length];
        System.arraycopy(
                bench.image,
                Math.max(0, offset * 4),
                shifted,
                Math.max(0, -offset * 4),
                shifted.length - Math.abs(offset * 4));
        var sums = new DiscSums(tracks.stream().map(n -> n * 588L).toList());
        sums.add(ByteBuffer.wrap(shifted));
        return sums.tracks();
    }

    private byte[] accurateRip(Bench bench, int offset, int... confidences) {
        var id = AccurateRipId.of(new AudioToc(MediumFacts.of(bench.medium).toc().orElseThrow()));
        var sums = sums(bench, offset);
        var answer = ByteBuffer.allocate(13 + 9 * sums.size()).order(ByteOrder.LITTLE_ENDIAN);
        answer.put((byte) sums.size());
        answer.putInt((int) id.id1()).putInt((int) id.id2()).putInt((int) id.cddb());
        for (int i = 0; i < sums.size(); i++) {
            answer.put((byte) confidences[i]);
            answer.putInt((int) sums.get(i).accurateRip2());
            answer.putInt((int) sums.get(i).frame450().orElse(0));
        }
        return answer.array();
    }

    /** Sectors that were read of the disc in all. */
    private static long sectorsRead(Bench bench) {
        return bench.discs.stream().mapToLong(disc -> disc.readBytes()).sum() / RAW;
    }

    @Test
    void nobodyIsAskedUnasked() {
        with(bench -> {
            bench.web =
                    address -> {
                        throw new AssertionError("asked " + address);
                    };
            assertThat(bench.rip().text()).doesNotContain("AccurateRip");
            assertThat(text(bench, LOG)).doesNotContain("AccurateRip:");
        });
    }

    @Test
    void whatOtherPeopleHaveAlikeIsNotReadAgain() {
        tracks.clear();
        tracks.addAll(List.of(1600, 1000, 1400));
        with(bench -> {
            answers(bench, accurateRip(bench, 0, 3, 2, 200));
            var rip = bench.start();
            var verdict = bench.end(rip);
            assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
            assertThat(verdict.text())
                    .contains("AccurateRip: 3 of 3 tracks are known there as they are.")
                    .contains(" Other people have 3 of the tracks alike; of the rest a second");
            assertThat(text(bench, LOG))
                    .contains("; not of 3 tracks that others have alike")
                    .contains("CUETools database: not known there\n")
                    .contains("Same in AccurateRip: 200 people");
            assertThat(rip.tracks())
                    .extracting(TrackProgress::accurateRip)
                    .containsExactly(3, 2, 200);
            assertThat(asked)
                    .extracting(URI::getHost)
                    .containsExactlyInAnyOrder("www.accuraterip.com", "db.cue.tools");
            // AccurateRip leaves out five frames at either end; before each piece 1200
            // sectors elsewhere are read, as the drive may know it by heart.
            assertThat(sectorsRead(bench)).isBetween(6390L, 6500L);
            try {
                var record = RipRecordText.read(text(bench, ALBUM + "/The Band - Songs.rip.json"));
                assertThat(record.album().orElseThrow().tracks())
                        .extracting(track -> track.accurateRip())
                        .containsExactly(3, 2, 200);
            } catch (IOException problem) {
                throw new AssertionError(problem);
            }
        });
    }

    /** It may be the user's own rip from yesterday. */
    @Test
    void onePersonAloneConfirmsNothing() {
        with(bench -> {
            answers(bench, accurateRip(bench, 0, 1, 1, 1));
            assertThat(bench.rip().text())
                    .contains("A second reading of the disc was the same.")
                    .contains("3 of 3 tracks are known there");
            assertThat(sectorsRead(bench)).isGreaterThanOrEqualTo(1500L);
        });
    }

    @Test
    void findsTheReadOffsetByWhatOthersHave() {
        tracks.clear();
        tracks.addAll(List.of(600, 500, 550));
        with(bench -> {
            answers(bench, accurateRip(bench, 667, 9, 9, 9));
            wants(bench, MusicWishes.Format.WAV, 12);
            ask(bench);
            assertThat(bench.rip().text())
                    .contains("AccurateRip: 0 of 3 tracks are known there as they are.")
                    .contains("it is another pressing, or the drive's read offset is 667;");
            assertThat(text(bench, LOG))
                    .contains(
                            "Others have it elsewhere: another pressing, or the drive's read offset"
                                    + " is 667");
        });
        with(bench -> {
            answers(bench, accurateRip(bench, 667, 9, 9, 9));
            wants(bench, MusicWishes.Format.WAV, 667);
            ask(bench);
            assertThat(bench.rip().text())
                    .contains("AccurateRip: 3 of 3 tracks are known there as they are.")
                    .doesNotContain("another pressing");
        });
    }

    /** The data track has a place in AccurateRip's answer, and the last track of music none. */
    @Test
    void ofADiscThatBeginsWithDataPlacesAreThoseOfItsContents() {
        dataTracks = 1;
        with(bench -> {
            var sums = new DiscSums(tracks.stream().skip(1).map(n -> n * 588L).toList());
            sums.add(ByteBuffer.wrap(bench.image, 300 * RAW, 450 * RAW));
            var id =
                    AccurateRipId.of(
                            new AudioToc(MediumFacts.of(bench.medium).toc().orElseThrow()));
            var answer = ByteBuffer.allocate(13 + 2 * 9).order(ByteOrder.LITTLE_ENDIAN);
            answer.put((byte) 2).putInt((int) id.id1()).putInt((int) id.id2());
            answer.putInt((int) id.cddb());
            answer.put((byte) 0).putInt(0).putInt(0);
            answer.put((byte) 7).putInt((int) sums.tracks().getFirst().accurateRip1()).putInt(0);
            answers(bench, answer.array());
            assertThat(bench.rip().text())
                    .contains("AccurateRip: 1 of 2 tracks are known there as they are.");
        });
    }

    @Test
    void aDatabaseThatFailsSpoilsNothing() {
        with(bench -> {
            ask(bench);
            bench.web =
                    address -> {
                        if (address.getHost().contains("accuraterip")) {
                            throw new IOException("www.accuraterip.com can't be reached");
                        }
                        return new Web.Answer(
                                Web.Answer.OK, "<html>".getBytes(StandardCharsets.UTF_8));
                    };
            var verdict = bench.rip();
            assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
            assertThat(verdict.text())
                    .contains("A second reading of the disc was the same.")
                    .contains("AccurateRip: www.accuraterip.com can't be reached.");
            assertThat(text(bench, LOG))
                    .contains("CUETools database: the CUETools database's answer can't be read");
        });
    }

    @Test
    void aBusyServerSaysSo() {
        with(bench -> {
            ask(bench);
            bench.web = _ -> new Web.Answer(503, new byte[0]);
            assertThat(bench.rip().text())
                    .contains("AccurateRip: www.accuraterip.com is busy; try again in a minute.");
        });
    }

    /** A network that is silent is neither the drive's fault nor the storage's. */
    @Test
    void aServerThatNeverAnswersIsNotWaitedForLong() {
        var left =
                left(bench -> {
                    ask(bench);
                    bench.web = _ -> never(bench);
                    long start = bench.baton.nanoTime();
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(verdict.text()).contains("AccurateRip: no answer within 30 seconds");
                    assertThat(Duration.ofNanos(bench.baton.nanoTime() - start))
                            .isLessThan(Duration.ofMinutes(2));
                });
        assertThat(left).hasSize(2).allMatch(role -> role.contains("lookup"));
    }

    @Test
    void aServerThatNeverAnswersCostsNoOtherItsAnswer() {
        var left =
                left(bench -> {
                    byte[] known = accurateRip(bench, 0, 3, 3, 3);
                    ask(bench);
                    bench.web =
                            address ->
                                    address.getHost().contains("accuraterip")
                                            ? new Web.Answer(Web.Answer.OK, known)
                                            : never(bench);
                    var verdict = bench.rip();
                    assertThat(verdict.text())
                            .contains("AccurateRip: 3 of 3 tracks are known there as they are.");
                    assertThat(text(bench, LOG))
                            .contains("CUETools database: no answer within 30 seconds");
                });
        assertThat(left).singleElement().asString().contains("lookup");
    }

    @Test
    void stopDoesNotWaitForAServer() {
        var left =
                left(bench -> {
                    ask(bench);
                    bench.web = _ -> never(bench);
                    var rip = bench.start();
                    bench.awaitPhase(rip, Phase.FINISHING);
                    bench.sleep(Duration.ofSeconds(5));
                    long start = bench.baton.nanoTime();
                    rip.stop();
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.STOPPED);
                    assertThat(Duration.ofNanos(bench.baton.nanoTime() - start))
                            .isLessThan(Duration.ofSeconds(1));
                    assertThat(inFolder(bench)).contains("The Band - Songs.bin");
                });
        assertThat(left).hasSize(2).allMatch(role -> role.contains("lookup"));
    }

    private static Web.Answer never(Bench bench) {
        var _ = bench.baton.gate("never").pause(Deadline.never(), StopToken.never());
        throw new AssertionError("nobody wakes it");
    }

    @Test
    void releasesAreAskedForAndRefusalsTold() {
        var toc = new MediumFacts[1];
        with(bench -> toc[0] = MediumFacts.of(bench.medium));
        var disc = toc[0].toc().orElseThrow();
        with(bench -> {
            bench.web = _ -> new Web.Answer(Web.Answer.NOT_FOUND, new byte[0]);
            assertThat(releases(bench, disc)).isEqualTo(List.of());
            bench.web = _ -> new Web.Answer(503, new byte[0]);
            assertThat(releases(bench, disc))
                    .isEqualTo("musicbrainz.org is busy; try again in a minute");
            bench.web = _ -> new Web.Answer(400, new byte[0]);
            assertThat(releases(bench, disc))
                    .isEqualTo("musicbrainz.org refused the question (HTTP 400)");
        });
    }

    private static Object releases(Bench bench, DiscToc toc) {
        try {
            return bench.sequel.releases(toc, MusicServers.USUAL);
        } catch (IOException problem) {
            return String.valueOf(problem.getMessage());
        }
    }
}
