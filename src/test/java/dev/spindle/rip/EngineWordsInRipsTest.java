package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.timeline.Stall;
import dev.spindle.ui.common.EngineWords;
import dev.spindle.ui.common.Texts;
import dev.spindle.writeback.PolicyStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Whatever a rip with random troubles says, the window has German and Spanish words for it. {@code
 * -Dsimulations=4000} runs more.
 */
@Tag("unit")
final class EngineWordsInRipsTest {
    private static final int RIPS = Integer.getInteger("simulations", 30);

    private static final Duration SLICE = Duration.ofMillis(300);
    private static final Duration LONGEST = Duration.ofSeconds(150);

    /** What of the engine's own language would be left in a sentence that was half understood. */
    private static final Pattern ENGLISH =
            Pattern.compile("\\b(the|is|of|and|for|with|from|that|writing|waiting|storage)\\b");

    private final Set<String> said = new ConcurrentSkipListSet<>();

    @AfterEach
    void speakEnglishAgain() {
        Texts.use(Locale.ENGLISH);
    }

    @Test
    void everySentenceOfARipIsKnown() {
        LongStream.range(0, RIPS)
                .parallel()
                .forEach(seed -> {
                    var random = new SplittableRandom(seed);
                    var _ = Bench.with(seed, bench -> ripTwice(bench, random));
                });
        assertThat(said)
                .as("the troubles make the engine say all kinds of things")
                .anyMatch(text -> text.startsWith("Complete: "))
                .anyMatch(text -> text.startsWith("Stopped at "))
                .anyMatch(text -> text.startsWith("The destination failed: "))
                .anyMatch(text -> text.startsWith("Finished with holes: "))
                .anyMatch(text -> text.startsWith("The destination has not "))
                .anyMatch(text -> text.startsWith("Resuming "))
                .anyMatch(text -> text.contains("unreadable sectors"))
                .anyMatch(text -> text.startsWith("no byte has moved for 30 s"))
                .anyMatch(text -> text.contains("O_DIRECT"))
                .hasSizeGreaterThan(RIPS);
        for (String language : new String[] {"de", "es"}) {
            Texts.use(Locale.of(language));
            assertThat(said).as(language).allMatch(EngineWords::knows);
            assertThat(said.stream().map(EngineWords::of))
                    .as(language)
                    .noneMatch(text -> ENGLISH.matcher(text).find());
        }
    }

    private void ripTwice(Bench bench, SplittableRandom random) {
        var trouble = new Trouble(bench, random);
        trouble.request();
        trouble.drive();
        trouble.storage();
        follow(bench, trouble, random);
        bench.resume = ResumeMode.RESUME;
        follow(bench, trouble, random);
        trouble.heal();
    }

    private void follow(Bench bench, Trouble trouble, SplittableRandom random) {
        var rip = bench.start();
        var stop = random.nextInt(3) == 0 ? Duration.ofMillis(random.nextInt(30_000)) : LONGEST;
        long stopNanos = bench.baton.nanoTime() + stop.toNanos();
        while (!rip.awaitEnd(bench.baton.in(SLICE))) {
            listen(rip);
            trouble.strikes();
            if (bench.baton.nanoTime() >= stopNanos) {
                rip.stop();
            }
        }
        listen(rip);
    }

    private void listen(Rip rip) {
        var now = rip.snapshot();
        said.add(now.notice());
        said.add(now.healthReason());
        now.writeback().map(PolicyStatus::reason).ifPresent(said::add);
        now.stalls().forEach(this::add);
        now.verdict().map(RipVerdict::text).ifPresent(said::add);
        for (RipEvent event : rip.takeEvents()) {
            switch (event) {
                case RipEvent.Noticed noticed -> said.add(noticed.text());
                case RipEvent.StallEnded ended -> add(ended.stall());
                default -> {}
            }
        }
    }

    private void add(Stall stall) {
        said.add(stall.thread());
        said.add(stall.cause());
    }
}
