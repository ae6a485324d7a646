package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.Drive;
import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.image.ScriptedDrive;
import dev.spindle.drive.medium.Medium;
import dev.spindle.drive.medium.MediumToc;
import dev.spindle.drive.medium.MediumTrack;
import dev.spindle.drive.script.ScriptParser;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.SystemFacts;
import dev.spindle.os.Web;
import dev.spindle.os.script.ScriptedFacts;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.rescue.Effort;
import dev.spindle.rescue.ReadCommand;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.run.RoleThread;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;
import dev.spindle.writeback.DeviceBudgets;
import dev.spindle.writeback.PolicyChoice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The shipping engine between a scripted drive and scripted storage, on the virtual clock. What a
 * test wants otherwise it sets before {@link #start}.
 */
final class Bench {
    static final String FOLDER = "/out/rips";

    /** Longer than any rip of a test: one that takes so long hangs. */
    private static final Duration LONGEST_RIP = Duration.ofHours(2);

    final BatonConcurrency baton;
    ScriptedStorage storage;
    byte[] image = TestImage.iso(1, TestImage.MIB, "SIMULATED");

    /** Of the disc; {@link #rawDisc} makes it 2352. */
    int sectorBytes = TestImage.SECTOR;

    Medium medium = Medium.UNKNOWN;

    DriveMemory memory = DriveMemory.NONE;

    /** The machine. */
    SystemFacts facts = ScriptedFacts.ofOneGiB();

    /** How large the disc says that it is, where that is more than its content. */
    long discBytes;

    byte[] otherDisc = TestImage.iso(2, TestImage.MIB, "OTHER");
    String script = "speed 100M";
    PolicyChoice policy = PolicyChoice.plain();
    Set<HashAlgorithm> hashes = Set.of(HashAlgorithm.SHA256);
    int retries = 3;
    Set<ReadCommand.Pass> passes = EnumSet.allOf(ReadCommand.Pass.class);
    Optional<Duration> until = Optional.empty();
    ResumeMode resume = ResumeMode.ADAPT;
    Optional<String> name = Optional.empty();
    OptionalLong ringBytes = OptionalLong.of(8L * TestImage.MIB);
    String folder = FOLDER;
    String drive = "disc.iso";

    /** Runs on the drive's thread when a rip opens it. */
    Runnable onOpen = () -> {};

    final List<MemorySource> discs = new ArrayList<>();

    boolean verify;
    Optional<String> merge = Optional.empty();
    Fill fill = Fill.ZEROS;
    Optional<String> staging = Optional.empty();
    MusicWishes music = MusicWishes.STANDARD;

    /** What follows on a rip. */
    Sequel sequel = Sequel.NONE;

    /** What servers on the network answer. */
    Web web = Web.NONE;

    Duration patience = Duration.ZERO;

    DriveWishes wishes = DriveWishes.NONE;

    /** Opens the drive; empty for the scripted one. */
    Optional<RipServices.DriveOpener> opener = Optional.empty();

    /** The budgets that all rips of this bench share. */
    private final DeviceBudgets budgets;

    private Bench(BatonConcurrency baton) {
        this.baton = baton;
        this.budgets = new DeviceBudgets(baton);
        this.storage = new ScriptedStorage(baton);
        storage.insight().folder(FOLDER);
    }

    /**
     * Lets something happen on the virtual clock.
     *
     * @return the roles whose threads still hung at the end
     */
    static List<String> with(long seed, Consumer<Bench> body) {
        var baton = new BatonConcurrency(seed, Duration.ofHours(1000));
        return baton.run(() -> {
            var bench = new Bench(baton);
            body.accept(bench);
            // Threads that have nothing left to do end by themselves.
            bench.sleep(Duration.ofSeconds(1));
        });
    }

    static List<String> with(Consumer<Bench> body) {
        return with(1, body);
    }

    /** The disc is a CD-ROM XA with this content. */
    void rawDisc(byte[] iso) {
        image = TestImage.raw(iso);
        sectorBytes = TestImage.RAW;
        long sectors = image.length / TestImage.RAW;
        var track = new MediumTrack(1, 1, 0, sectors, 4, 2);
        medium =
                new Medium(
                        OptionalInt.of(8),
                        Optional.of(new MediumToc(List.of(track), sectors)),
                        Optional.empty(),
                        OptionalInt.empty(),
                        false,
                        OptionalLong.empty(),
                        Optional.empty());
    }

    Rip start() {
        return new RipEngine(services(), () -> 0, sequel).start(request());
    }

    /** Rips to the end. */
    RipVerdict rip() {
        return end(start());
    }

    RipVerdict rip(ResumeMode mode) {
        resume = mode;
        return rip();
    }

    /** Waits for the verdict of a rip. */
    RipVerdict end(Rip rip) {
        assertThat(rip.awaitEnd(baton.in(LONGEST_RIP))).as("%s", rip.snapshot()).isTrue();
        return rip.snapshot().verdict().orElseThrow();
    }

    /** How long the rip takes to its verdict from now on. */
    Duration timeToEnd(Rip rip) {
        long startNanos = baton.nanoTime();
        var _ = end(rip);
        return Duration.ofNanos(baton.nanoTime() - startNanos);
    }

    void timeToEndAtMost(Rip rip, Duration limit) {
        assertThat(timeToEnd(rip)).as("%s", rip.snapshot()).isLessThanOrEqualTo(limit);
    }

    void sleep(Duration duration) {
        var _ = baton.gate("sleep").pause(baton.in(duration), StopToken.never());
    }

    /** Does something later, while a rip goes on. */
    RoleThread later(Duration delay, Runnable step) {
        return baton.start(
                "hand of the test",
                () -> {
                    sleep(delay);
                    step.run();
                });
    }

    /** Kills the program; a new one finds what it left. */
    void kill() {
        storage = storage.processDied();
    }

    /** Cuts the power; the seed picks what survives. */
    void cutPower(long seed) {
        var after = storage.crashCopy(seed);
        var _ = storage.processDied();
        storage = after;
    }

    /** As if another folder had taken the place of the one with these files. */
    void moveAway(String... paths) {
        try {
            for (String path : paths) {
                storage.renameOver(path, "/out/away" + path.replace('/', '-'));
            }
        } catch (OsException problem) {
            throw new AssertionError(problem);
        }
    }

    /** What another program writes to the same device. */
    void writeBeside(int bytes) {
        try {
            var file = storage.open("/out/beside", Storage.How.REPLACE);
            file.write(ByteBuffer.allocateDirect(bytes), 0);
            file.syncData();
            file.close();
        } catch (OsException problem) {
            throw new AssertionError(problem);
        }
    }

    /** Lets the rip come into the phase. */
    void awaitPhase(Rip rip, RipSnapshot.Phase phase) {
        while (rip.snapshot().phase().compareTo(phase) < 0) {
            sleep(Duration.ofMillis(1));
        }
    }

    BenchFiles files() {
        return new BenchFiles(this, "SIMULATED");
    }

    BenchFiles files(String base) {
        return new BenchFiles(this, base);
    }

    RipServices services() {
        return new RipServices(
                baton,
                storage,
                facts,
                this::open,
                () -> Instant.parse("2026-03-04T05:06:07Z"),
                budgets,
                memory,
                List.of());
    }

    private Effort effort() {
        return new Effort(retries, passes, until);
    }

    RipRequest request() {
        return new RipRequest(
                drive, folder, name, policy, ringBytes, hashes, effort(), resume, verify, patience,
                wishes, merge, fill, staging, music);
    }

    Drive open(String address) throws IOException {
        if (address.equals("missing.iso")) {
            throw new IOException("missing.iso does not exist; name a file or a drive that does");
        }
        onOpen.run();
        if (opener.isPresent()) {
            return opener.get().open(address);
        }
        var disc = new MemorySource(image, Math.max(discBytes, image.length), sectorBytes, medium);
        discs.add(disc);
        return new ScriptedDrive(
                baton,
                new DriveInfo("/discs/disc.iso", "", drive, "", "", true),
                ScriptParser.parse(script),
                disc,
                Map.of("other.iso", new MemorySource(otherDisc, otherDisc.length)));
    }
}
