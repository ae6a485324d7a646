package dev.spindle.rip;

import dev.spindle.os.MemoryLimits;
import dev.spindle.rescue.ReadPlan;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.stream.MapKeeper;
import dev.spindle.rip.stream.Ring;
import dev.spindle.rip.stream.UnreadFill;
import dev.spindle.rip.stream.WriterLoop;
import dev.spindle.run.Activity;
import dev.spindle.run.Concurrency;
import dev.spindle.run.RoleWorker;
import dev.spindle.writeback.AutoPolicy;
import dev.spindle.writeback.BudgetRule;
import dev.spindle.writeback.OutputFiles;
import dev.spindle.writeback.Pipeline;
import dev.spindle.writeback.PipelineParts;
import dev.spindle.writeback.Pipelines;
import dev.spindle.writeback.RangeLedger;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Puts the parts together that move the bytes of one rip. Run by the conductor. */
final class Opening {
    private final RipServices services;
    private final RipRequest request;
    private final Roles roles;
    private final RipTokens tokens;
    private final Watch watch;
    private final Observation observation;
    private final Holdings holdings;
    private Optional<DriveMemory.Key> key = Optional.empty();

    Opening(
            RipServices services,
            RipRequest request,
            Roles roles,
            RipTokens tokens,
            Watch watch,
            Observation observation,
            Holdings holdings) {
        this.services = services;
        this.request = request;
        this.roles = roles;
        this.tokens = tokens;
        this.watch = watch;
        this.observation = observation;
        this.holdings = holdings;
    }

    /** Writes the record that the rip has begun, durably, before its first byte. */
    void record(Prepared ready, RecordKeeper records) throws IOException, RipEndedException {
        watch.prepareStorage(
                roles.syncer(),
                syncer -> {
                    syncer.enter(Activity.SAVING);
                    records.save(records.running(), syncer);
                    syncer.enter(Activity.SYNCING);
                    services.storage().syncFolder(ready.files().folder());
                    return true;
                });
    }

    Streaming stream(Prepared ready) throws RipEndedException, IOException {
        Concurrency concurrency = services.concurrency();
        var limits = services.system().memoryLimits();
        var ledger = new RangeLedger(concurrency, ready.map().with(SectorStatus.FINISHED));
        var files = watch.prepareStorage(roles.syncer(), descriptions(ready));
        Pipeline pipeline =
                watch.prepareStorage(
                        roles.syncer(),
                        syncer -> {
                            syncer.enter(Activity.FILING);
                            return Pipelines.open(
                                    request.policy(),
                                    files,
                                    ready.destination().kind(),
                                    parts(ledger, limits));
                        });
        var drive = ready.drive();
        key = DriveMemory.Key.of(drive.info(), drive.medium());
        var plan =
                new ReadPlan(
                        drive.sectorBytes(),
                        drive.sectorsPerRead(),
                        request.effort(),
                        key.flatMap(key -> services.memory().recall(key, watch.stopToken())));
        var maps = new MapKeeper(concurrency, ready.map(), plan);
        var ring =
                new Ring(
                        concurrency,
                        ringBytes(ready, limits),
                        BudgetRule.bytes(request.policy().budgetBytes(), limits),
                        !request.hashes().isEmpty(),
                        drive.sectorsPerRead() * drive.sectorBytes());
        boolean renewed = Renewal.helpsOn(ready.destination().kind());
        var writer =
                new WriterLoop(concurrency, ring, pipeline, maps, ledger, tokens.giveUp(), renewed);
        var fill = new UnreadFill(request.fill(), drive.sectorBytes(), ring, maps, ledger);
        var moving = new Streaming(ring, maps, ledger, pipeline, writer, files, fill);
        observation.streamingBegins(moving);
        AutoPolicy.decide(request.policy(), ready.destination().kind())
                .ifPresent(observation::policyDecided);
        watch.streamingBegins(moving);
        tokens.rescue().streamingBegins(maps);
        tellResumed(ready, moving);
        return moving;
    }

    /** Remembers what this rip has learned of the drive with the disc that it began with. */
    void learn(Streaming moving) {
        key.ifPresent(key -> services.memory().learn(key, moving.maps().lessons()));
    }

    private PipelineParts parts(RangeLedger ledger, MemoryLimits limits) {
        return new PipelineParts(
                services.concurrency(),
                roles.flusher(),
                ledger,
                observation::chunkConfirmed,
                services.budgets(),
                limits,
                tokens.giveUp());
    }

    /** Opens the descriptions that the policy works with; the rip holds them all. */
    private RoleWorker.Work<OutputFiles> descriptions(Prepared ready) {
        return syncer -> {
            syncer.enter(Activity.FILING);
            return Pipelines.isSteady(request.policy(), ready.destination().kind())
                    ? Descriptions.open(services.storage(), holdings, ready)
                    : OutputFiles.single(ready.part(), ready.partFacts());
        };
    }

    private long ringBytes(Prepared ready, MemoryLimits limits) {
        return request.ringBytes()
                .orElseGet(() ->
                        RingSize.choose(ready.drive().topBytesPerSecond(), limits.processBytes()));
    }

    private void tellResumed(Prepared ready, Streaming moving) {
        if (ready.resumed()) {
            double share =
                    (double) moving.maps().counts().finishedBytes() / ready.drive().lengthBytes();
            observation.notice(
                    String.format(
                            Locale.ROOT,
                            "Resuming %s at %.0f %%",
                            ready.files().name(),
                            Math.floor(100 * share)));
        }
    }
}
