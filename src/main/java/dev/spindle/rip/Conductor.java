package dev.spindle.rip;

import dev.spindle.drive.Drive;
import dev.spindle.range.RangeSet;
import dev.spindle.rescue.ReadPlan;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.stream.MapKeeper;
import dev.spindle.rip.stream.Ring;
import dev.spindle.rip.stream.StreamHashes;
import dev.spindle.rip.stream.WriterLoop;
import dev.spindle.run.Activity;
import dev.spindle.run.Concurrency;
import dev.spindle.writeback.Barriers;
import dev.spindle.writeback.Pipeline;
import dev.spindle.writeback.Pipelines;
import dev.spindle.writeback.RangeLedger;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Leads a rip from its request to its verdict, on a thread of its own that makes no file call. */
final class Conductor {
    private static final Logger LOG = LoggerFactory.getLogger("spindle.rip");

    private final RipServices services;
    private final RipRequest request;
    private final Roles roles;
    private final RipTokens tokens;
    private final Watch watch;
    private final Observation observation;
    private final VerdictMaker verdicts;
    private @Nullable Prepared prepared;
    private @Nullable Streaming streaming;

    Conductor(
            RipServices services,
            RipRequest request,
            Roles roles,
            RipTokens tokens,
            Bell bell,
            Observation observation) {
        this.services = services;
        this.request = request;
        this.roles = roles;
        this.tokens = tokens;
        this.observation = observation;
        this.watch = new Watch(services, bell, observation, tokens);
        this.verdicts = new VerdictMaker(services, request, roles, observation);
    }

    /** Never throws: whatever happens becomes a verdict. */
    RipVerdict run() {
        try {
            return rip();
        } catch (RipEndedException ended) {
            return verdict(ended.outcome(), ended.sentence());
        } catch (IOException problem) {
            return verdict(
                    RipOutcome.DESTINATION_FAILED,
                    "The destination failed: " + problem.getMessage() + ".");
        } catch (RuntimeException fault) {
            LOG.error("a fault of Spindle's own", fault);
            return verdict(
                    RipOutcome.INTERNAL_ERROR,
                    "A fault of Spindle's own ended the rip: " + fault + ".");
        } finally {
            roles.close();
        }
    }

    private RipVerdict rip() throws RipEndedException, IOException {
        var ready = new Preparation(services, request, roles, watch, observation).run();
        prepared = ready;
        var completion = new Completion(services, ready, roles, tokens, watch, observation);
        var records = new RecordKeeper(services, request, ready);
        try {
            return ready.isComplete()
                    ? finishComplete(ready, completion, records)
                    : transfer(ready, completion, records);
        } finally {
            completion.close();
            watch.tryBriefly(
                    roles.reader(),
                    reader -> {
                        ready.drive().close();
                        return true;
                    });
        }
    }

    private RipVerdict transfer(Prepared ready, Completion completion, RecordKeeper records)
            throws RipEndedException, IOException {
        watch.prepare(
                roles.syncer(),
                syncer -> {
                    syncer.enter(Activity.SAVING);
                    RecordKeeper.save(services.storage(), ready, records.running());
                    services.storage().syncFolder(ready.files().folder());
                    return true;
                });
        var hashes = new StreamHashes(request.hashes());
        var moving = stream(ready);
        var barriers =
                new Barriers(
                        services.concurrency(),
                        moving.ledger(),
                        Completion.mapSaver(services.storage(), ready, moving.maps()));
        tellResumed(ready, moving);
        var end =
                new Transfer(
                                services.concurrency(),
                                ready,
                                moving,
                                hashes,
                                barriers,
                                roles,
                                tokens,
                                watch,
                                observation)
                        .run();
        verdicts.readingEnded();
        if (end instanceof TransferEnd.AllDurable) {
            return complete(ready, completion, records, moving, hashes);
        }
        var verdict = early(end, moving);
        completion.recordEnd(
                records.ended(
                        verdict, observation.chart().points(), observation.stalls().latest()));
        return verdict;
    }

    private Streaming stream(Prepared ready) throws RipEndedException, IOException {
        Concurrency concurrency = services.concurrency();
        RangeSet finished = ready.map().with(SectorStatus.FINISHED);
        var ledger = new RangeLedger(concurrency, finished);
        Pipeline pipeline =
                watch.prepare(
                        roles.syncer(),
                        syncer -> {
                            syncer.enter(Activity.FILING);
                            return Pipelines.open(
                                    request.policy(),
                                    ready.part(),
                                    ledger,
                                    concurrency,
                                    roles.flusher(),
                                    observation::chunkConfirmed,
                                    tokens.giveUp());
                        });
        var plan =
                new ReadPlan(Drive.SECTOR_BYTES, ready.drive().sectorsPerRead(), request.retries());
        var maps = new MapKeeper(concurrency, ready.map(), plan);
        long ringBytes =
                request.ringBytes()
                        .orElseGet(() ->
                                RingSize.choose(
                                        ready.drive().topBytesPerSecond(),
                                        services.system().memoryLimitBytes()));
        var ring = new Ring(concurrency, ringBytes, !request.hashes().isEmpty());
        var writer = new WriterLoop(concurrency, ring, pipeline, maps, tokens.giveUp());
        var moving = new Streaming(ring, maps, ledger, pipeline, writer, ready.partFacts());
        streaming = moving;
        observation.streamingBegins(moving);
        watch.streamingBegins(moving);
        return moving;
    }

    private void tellResumed(Prepared ready, Streaming moving) {
        if (ready.resumed()) {
            observation.notice(
                    String.format(
                            Locale.ROOT,
                            "Resuming %s at %.0f %%",
                            ready.files().name(),
                            Math.floor(
                                    100.0
                                            * moving.maps().counts().finishedBytes()
                                            / ready.drive().lengthBytes())));
        }
    }

    private RipVerdict complete(
            Prepared ready,
            Completion completion,
            RecordKeeper records,
            Streaming moving,
            StreamHashes streamed)
            throws IOException {
        if (!completion.name(moving)) {
            return verdict(notConfirmed(), NOT_CONFIRMED);
        }
        verdicts.imageIsDurable();
        boolean promised = Promise.isKept(ready.destination().kind());
        var hashes = completion.hash(streamed, request.hashes());
        if (hashes.isEmpty()) {
            return make(
                    RipOutcome.STOPPED,
                    ready.files().name()
                            + ".iso is complete, but its hash was not computed;"
                            + " --resume makes up for it.",
                    promised,
                    Map.of());
        }
        boolean whole =
                moving.maps().counts().badBytes() == 0 && !ready.disc().sizes().isTruncated();
        var verdict =
                make(
                        whole ? RipOutcome.COMPLETE : RipOutcome.FINISHED_WITH_HOLES,
                        verdicts.completeSentence(ready, promised, moving),
                        promised,
                        hashes.get());
        var record =
                records.ended(verdict, observation.chart().points(), observation.stalls().latest());
        return completion.sidecars(hashes.get(), record)
                ? verdict
                : verdict(
                        notConfirmed(),
                        ready.files().name()
                                + ".iso is on the disk, but the files beside it were not"
                                + " confirmed.");
    }

    /** The image is there already: only what may be missing beside it is written. */
    private RipVerdict finishComplete(Prepared ready, Completion completion, RecordKeeper records)
            throws IOException {
        observation.phase(Phase.FINISHING);
        var hashes = completion.hash(new StreamHashes(request.hashes()), request.hashes());
        if (hashes.isEmpty()) {
            return verdict(RipOutcome.STOPPED, "Stopped while hashing the image read earlier.");
        }
        verdicts.imageIsDurable();
        var verdict =
                make(
                        RipOutcome.COMPLETE,
                        ready.files().name()
                                + ".iso was complete already; the files beside it are too now.",
                        Promise.isKept(ready.destination().kind()),
                        hashes.get());
        var record = records.ended(verdict, observation.chart().points(), List.of());
        return completion.sidecars(hashes.get(), record)
                ? verdict
                : verdict(notConfirmed(), NOT_CONFIRMED);
    }

    private RipVerdict early(TransferEnd end, Streaming moving) {
        return switch (end) {
            case TransferEnd.Stopped(boolean saved) ->
                    verdict(RipOutcome.STOPPED, EarlySentences.stopped(moving, saved, total()));
            case TransferEnd.DriveFailed(var outcome) ->
                    verdict(
                            DriveFailures.outcome(outcome),
                            DriveFailures.sentence(outcome) + EarlySentences.kept(moving, total()));
            case TransferEnd.StorageFailed(String why) ->
                    verdict(
                            RipOutcome.DESTINATION_FAILED,
                            "The destination failed: "
                                    + why
                                    + "."
                                    + EarlySentences.kept(moving, total()));
            case TransferEnd.NotConfirmed _ -> verdict(RipOutcome.NOT_CONFIRMED, NOT_CONFIRMED);
            case TransferEnd.AllDurable _ -> throw new IllegalStateException("not early");
        };
    }

    private static final String NOT_CONFIRMED =
            "Everything was read, but the storage has not confirmed it and made no progress for a"
                    + " minute: keep the disc, and resume when the storage is back.";

    private RipOutcome notConfirmed() {
        return tokens.isStopped() ? RipOutcome.STOPPED : RipOutcome.NOT_CONFIRMED;
    }

    private long total() {
        return prepared == null ? 0 : prepared.drive().lengthBytes();
    }

    private RipVerdict verdict(RipOutcome outcome, String sentence) {
        return make(outcome, sentence, false, Map.of());
    }

    private RipVerdict make(
            RipOutcome outcome, String sentence, boolean durable, Map<String, String> hashes) {
        String file = "";
        if (prepared != null) {
            boolean named = durable || outcome.exitCode() == 0 || outcome.exitCode() == 2;
            file = named ? prepared.files().image() : prepared.files().part();
        }
        return verdicts.make(outcome, sentence, durable, file, hashes, streaming);
    }
}
