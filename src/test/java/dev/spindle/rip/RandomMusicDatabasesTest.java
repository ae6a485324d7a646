package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.audio.check.DiscSums;
import dev.spindle.audio.id.AccurateRipId;
import dev.spindle.audio.id.AudioToc;
import dev.spindle.disc.toc.MediumFacts;
import dev.spindle.os.Web;
import dev.spindle.os.script.CallKind;
import dev.spindle.run.Deadline;
import dev.spindle.run.StopToken;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Servers of every kind, by seed: right, wrong, mute, slow, broken or hostile. Whatever they say,
 * the tracks hold what the disc holds, and nothing that was read is lost.
 */
@Tag("unit")
final class RandomMusicDatabasesTest extends AudioRips {
    private static final int ROUNDS = 60;

    private final List<String> told = new ArrayList<>();

    private Web server(Bench bench, Random random) {
        int kind = random.nextInt(8);
        byte[] nonsense = new byte[random.nextInt(200)];
        random.nextBytes(nonsense);
        byte[] known = accurateRip(bench, random);
        return address ->
                switch (kind) {
                    case 0 -> new Web.Answer(Web.Answer.OK, known);
                    case 1 -> new Web.Answer(Web.Answer.NOT_FOUND, nonsense);
                    case 2 -> new Web.Answer(Web.Answer.OK, nonsense);
                    case 3 -> new Web.Answer(400 + random.nextInt(120), nonsense);
                    case 4 -> throw new IOException(address.getHost() + " can't be reached");
                    case 5 -> late(bench, random.nextInt(60), known);
                    case 6 -> isAccurateRip(address) ? new Web.Answer(200, known) : never(bench);
                    default -> never(bench);
                };
    }

    private static boolean isAccurateRip(URI address) {
        return String.valueOf(address.getHost()).contains("accuraterip");
    }

    private static Web.Answer late(Bench bench, int seconds, byte[] body) {
        bench.sleep(Duration.ofSeconds(seconds));
        return new Web.Answer(Web.Answer.OK, body);
    }

    private static Web.Answer never(Bench bench) {
        var _ = bench.baton.gate("never").pause(Deadline.never(), StopToken.never());
        throw new AssertionError("nobody wakes it");
    }

    /** Some tracks as they are, some as others have them. */
    private byte[] accurateRip(Bench bench, Random random) {
        var sums = new DiscSums(tracks.stream().map(n -> n * 588L).toList());
        sums.add(ByteBuffer.wrap(bench.image));
        var id = AccurateRipId.of(new AudioToc(MediumFacts.of(bench.medium).toc().orElseThrow()));
        var answer = ByteBuffer.allocate(13 + 9 * 3).order(ByteOrder.LITTLE_ENDIAN);
        answer.put((byte) 3).putInt((int) id.id1()).putInt((int) id.id2());
        answer.putInt((int) id.cddb());
        for (var track : sums.tracks()) {
            long sum = random.nextInt(3) == 0 ? random.nextInt() : track.accurateRip1();
            answer.put((byte) random.nextInt(5)).putInt((int) sum).putInt(0);
        }
        return answer.array();
    }

    @Test
    void noServerSpoilsOrLosesAnything() {
        long first = new Random().nextLong();
        for (int round = 0; round < ROUNDS; round++) {
            long seed = first + round;
            var _ = Bench.with(seed, bench -> whole(bench, seed));
        }
        assertThat(told).as("seeds from %d on", first).hasSize(ROUNDS);
    }

    private void whole(Bench bench, long seed) {
        var random = new Random(seed);
        insert(bench);
        bench.music = bench.music.with(MusicServers.USUAL);
        bench.web = server(bench, random);
        var verdict = bench.rip();
        assertThat(verdict.outcome())
                .as("seed %d: %s", seed, verdict.text())
                .isEqualTo(RipOutcome.COMPLETE);
        for (int i = 0; i < 3; i++) {
            String name = List.of("01 Song 1", "02 Track 02", "03 Song 3").get(i);
            assertThat(Arrays.equals(wav(bench, ALBUM + "/" + name + ".wav"), track(bench, i)))
                    .as("seed %d, track %d", seed, i + 1)
                    .isTrue();
        }
        assertThat(verdict.text()).as("seed %d", seed).contains(" AccurateRip: ");
        told.add(verdict.text());
    }

    /** At any moment, with servers that are slow: the image is there, or the album is. */
    @Test
    void killedWhileServersAreAskedNothingIsLost() {
        long first = new Random().nextLong();
        for (int round = 0; round < ROUNDS / 2; round++) {
            long seed = first + round;
            boolean hasPowerCut = round % 2 == 0;
            var _ =
                    Bench.with(
                            seed,
                            bench -> {
                                insert(bench);
                                bench.music = bench.music.with(MusicServers.USUAL);
                                bench.web = server(bench, new Random(seed));
                                bench.storage.on(CallKind.SYNC).cost(Duration.ofMillis(200));
                                var rip = bench.start();
                                bench.sleep(Duration.ofMillis(new Random(seed).nextInt(9000)));
                                if (hasPowerCut) {
                                    bench.cutPower(seed);
                                } else {
                                    bench.kill();
                                }
                                assertThat(rip).isNotNull();
                                insertAgain(bench);
                                bench.web = server(bench, new Random(seed + 1));
                                var again = bench.rip();
                                assertThat(again.outcome())
                                        .as("seed %d: %s", seed, again.text())
                                        .isEqualTo(RipOutcome.COMPLETE);
                                assertThat(wav(bench, ALBUM + "/01 Song 1.wav"))
                                        .as("seed %d", seed)
                                        .isEqualTo(track(bench, 0));
                            });
        }
    }
}
