package dev.spindle.rip;

import dev.spindle.disc.toc.DiscToc;
import dev.spindle.rip.files.TextFile;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipRecordText;
import dev.spindle.rip.record.RipState;
import dev.spindle.rip.record.VerdictRecord;
import dev.spindle.rip.record.WritebackRecord;
import dev.spindle.rip.staging.StagedImage;
import dev.spindle.run.RoleWorker;
import dev.spindle.timeline.ChartPoint;
import dev.spindle.timeline.Stall;
import dev.spindle.timeline.WaitPoint;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Writes {@code NAME.rip.json}, there from the start with state and identity. For the syncer. */
final class RecordKeeper {
    private final RipServices services;
    private final RipRequest request;
    private final Prepared prepared;
    private final Consumer<SavedRecord> onSaved;
    private final Instant startedAt;

    /**
     * A keeper of one rip's record.
     *
     * @param onSaved hears, on the syncer's thread, what was written
     */
    RecordKeeper(
            RipServices services,
            RipRequest request,
            Prepared prepared,
            Consumer<SavedRecord> onSaved) {
        this.onSaved = onSaved;
        this.services = services;
        this.request = request;
        this.prepared = prepared;
        this.startedAt = services.wallClock().instant();
    }

    /** The rip begins. */
    RipRecord running() {
        return record(
                RipState.RUNNING, "", List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /** The rip has ended. */
    RipRecord ended(
            RipVerdict verdict, List<ChartPoint> chart, List<Stall> stalls, List<WaitPoint> waits) {
        return record(
                state(verdict.outcome()),
                verdict.mechanism(),
                chart,
                stalls,
                Optional.of(waits),
                Optional.of(VerdictRecords.of(verdict)));
    }

    /** Writes it; the caller makes its name durable. */
    void save(RipRecord record, RoleWorker.Lease syncer) throws IOException {
        String file = prepared.files().record();
        TextFile.replace(services.storage(), file, RipRecordText.write(record), syncer);
        onSaved.accept(new SavedRecord(file, record));
    }

    private RipRecord record(
            RipState state,
            String mechanism,
            List<ChartPoint> chart,
            List<Stall> stalls,
            Optional<List<WaitPoint>> waits,
            Optional<VerdictRecord> verdict) {
        var policy = request.policy();
        if (prepared.staged().isPresent()) {
            return moved(prepared.staged().get(), state, stalls, verdict);
        }
        Optional<DiscToc> toc = prepared.disc().details().toc();
        return new RipRecord(
                RipRecord.VERSION,
                state,
                services.system().processId(),
                startedAt,
                prepared.drive().info(),
                prepared.disc().label().orElse(""),
                prepared.disc().identity(),
                prepared.drive().lengthBytes(),
                request.folder(),
                prepared.destination().kind().name(),
                new WritebackRecord(
                        policy.policy().name().toLowerCase(Locale.ROOT),
                        policy.controller().name().toLowerCase(Locale.ROOT),
                        policy.chunkBytes().orElse(0),
                        mechanism),
                request.hashes().stream().map(HashAlgorithm::text).sorted().toList(),
                chart,
                stalls,
                waits,
                verdict,
                prepared.drive().sectorBytes(),
                toc.flatMap(prepared.music()::purpose),
                Optional.empty(),
                toc.filter(DiscToc::hasAudio).map(_ -> prepared.music().toRecord()));
    }

    /** Of an image that was moved, its charts tell how it was ripped, its stalls are of both. */
    private RipRecord moved(
            StagedImage staged,
            RipState state,
            List<Stall> stalls,
            Optional<VerdictRecord> verdict) {
        RipRecord ripped = staged.record();
        double ripSeconds = staged.ended().totalSeconds();
        var moving = stalls.stream().map(stall -> stall.later(ripSeconds));
        return new RipRecord(
                RipRecord.VERSION,
                state,
                services.system().processId(),
                ripped.startedAt(),
                ripped.drive(),
                ripped.discLabel(),
                ripped.discIdentity(),
                ripped.bytes(),
                request.folder(),
                prepared.destination().kind().name(),
                ripped.writeback(),
                ripped.hashes(),
                ripped.chart(),
                Stream.concat(ripped.stalls().stream(), moving).toList(),
                ripped.waits(),
                verdict,
                ripped.sectorBytes(),
                ripped.music(),
                Optional.empty(),
                ripped.wishes());
    }

    private static RipState state(RipOutcome outcome) {
        return switch (outcome) {
            case COMPLETE -> RipState.COMPLETE;
            case FINISHED_WITH_HOLES -> RipState.FINISHED_WITH_HOLES;
            case STOPPED -> RipState.STOPPED;
            default -> RipState.FAILED;
        };
    }
}
