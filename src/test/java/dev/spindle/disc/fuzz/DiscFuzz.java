package dev.spindle.disc.fuzz;

import dev.spindle.disc.Fixture;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Spoils the fixtures by chance and has them read. A case is a finding if it throws anything but
 * the declared exception, takes more than a second, or holds more than 64 MiB. {@code
 * src/lab/discs/run fuzz} starts it.
 */
public final class DiscFuzz {
    static final double MOST_SECONDS = 1;
    static final long MOST_BYTES = 64L << 20;

    private final List<Fixture> images = new ArrayList<>();

    /** Of each image, the sectors that hold anything. */
    private final List<int[]> structures = new ArrayList<>();

    private final long seed;
    private long cases;
    private double worstSeconds;
    private long worstAllocated;
    private long worstHeld;
    private long worstCase;
    private volatile long current = -1;
    private final List<String> findings = new ArrayList<>();

    /**
     * @param mostImageBytes larger images are left out, because each case copies one
     */
    DiscFuzz(long seed, int mostImageBytes) {
        this.seed = seed;
        for (String name : Fixture.names()) {
            Fixture image = Fixture.load(name);
            if (image.bytes().length <= mostImageBytes) {
                images.add(image);
                structures.add(Tags.structures(image.bytes()));
            }
        }
    }

    /** One case; the same seed and number give the same. */
    void run(long number) throws InterruptedException {
        current = number;
        Fixture image = image(number);
        var thrown = new ArrayList<Throwable>();
        Cost cost = Cost.of(() -> read(image, thrown));
        long held = cost.allocatedBytes();
        if (held > MOST_BYTES) {
            held = Cost.heldBytes(() -> read(image, new ArrayList<>()));
            worstHeld = Math.max(worstHeld, held);
        }
        for (Throwable finding : thrown) {
            findings.add(number + ": " + finding + " " + where(finding));
        }
        if (cost.seconds() > MOST_SECONDS || held > MOST_BYTES) {
            findings.add(number + ": " + cost.seconds() + " s, " + held + " bytes held");
        }
        cases++;
        worstAllocated = Math.max(worstAllocated, cost.allocatedBytes());
        if (cost.seconds() > worstSeconds) {
            worstSeconds = cost.seconds();
            worstCase = number;
        }
    }

    /** The spoiled image of a case. */
    Fixture image(long number) {
        var random = new SplittableRandom(seed * 1_000_003 + number);
        int chosen = random.nextInt(images.size());
        Fixture one = images.get(chosen);
        byte[] other = images.get(random.nextInt(images.size())).bytes();
        byte[] spoiled = new Mutation(random).of(one.bytes(), structures.get(chosen), other);
        return one.with(spoiled);
    }

    private static void read(Fixture image, List<Throwable> thrown) {
        try {
            Readers.all(image);
        } catch (RuntimeException | Error finding) {
            thrown.add(finding);
        }
    }

    private static String where(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length == 0 ? "" : trace[0] + " " + trace[Math.min(2, trace.length - 1)];
    }

    List<String> findings() {
        return List.copyOf(findings);
    }

    @Override
    public String toString() {
        return "seed %d, %d cases of %d images, %d findings, worst %.3f s of the processor (case %d), at most %.1f MiB allocated, %.1f MiB held where that was above 64"
                .formatted(
                        seed,
                        cases,
                        images.size(),
                        findings.size(),
                        worstSeconds,
                        worstCase,
                        worstAllocated / 1048576.0,
                        worstHeld / 1048576.0);
    }

    /**
     * Runs for some time: MINUTES [SEED], or one case again: case SEED NUMBER IMAGE, which writes
     * the spoiled image. The exit code is 1 if anything was found.
     */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        PrintStream out = System.out;
        if (arguments[0].equals("case")) {
            var fuzz = new DiscFuzz(Long.parseLong(arguments[1]), Integer.MAX_VALUE);
            long number = Long.parseLong(arguments[2]);
            Files.write(Path.of(arguments[3]), fuzz.image(number).bytes());
            fuzz.run(number);
            end(fuzz, out);
        }
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime() >>> 16;
        var fuzz = new DiscFuzz(seed, Integer.MAX_VALUE);
        out.println(fuzz);
        var ended = new CountDownLatch(1);
        watch(fuzz, ended, out);
        long begin = System.nanoTime();
        double seconds = Double.parseDouble(arguments[0]) * 60;
        for (long number = 0; (System.nanoTime() - begin) / 1e9 < seconds; number++) {
            fuzz.run(number);
            if (number % 20_000 == 19_999) {
                out.println(fuzz);
            }
        }
        ended.countDown();
        end(fuzz, out);
    }

    /** A case that does not end would be no finding, but a run without a word. */
    private static void watch(DiscFuzz fuzz, CountDownLatch ended, PrintStream out) {
        var watcher =
                new Thread(() -> {
                    if (!endsWhileCasesDo(fuzz, ended)) {
                        out.println("case " + fuzz.current + " does not end; " + fuzz);
                        Runtime.getRuntime().halt(1);
                    }
                });
        watcher.setDaemon(true);
        watcher.start();
    }

    /** Whether the run came to its end, each case within a minute or two. */
    private static boolean endsWhileCasesDo(DiscFuzz fuzz, CountDownLatch ended) {
        try {
            for (long last = -2; last != fuzz.current; ) {
                last = fuzz.current;
                if (ended.await(1, TimeUnit.MINUTES)) {
                    return true;
                }
            }
            return false;
        } catch (InterruptedException never) {
            throw new IllegalStateException(never);
        }
    }

    private static void end(DiscFuzz fuzz, PrintStream out) {
        fuzz.findings().forEach(out::println);
        out.println(fuzz);
        System.exit(fuzz.findings().isEmpty() ? 0 : 1);
    }
}
