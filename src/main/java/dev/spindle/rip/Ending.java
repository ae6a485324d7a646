package dev.spindle.rip;

import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.staging.StagedImage;
import dev.spindle.rip.stream.StreamHashes;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Ends a rip that has a file, well or early, and finds the words for it. For the conductor. */
final class Ending {
    private static final String NOT_CONFIRMED =
            "Everything was read, but the storage has not confirmed it and made no progress for a"
                    + " minute: keep the disc, and resume when the storage is back.";

    private static final String NOT_SAVED =
            "Stopped: everything was read, but the storage has not confirmed all of it; the same"
                    + " command reads what is missing again.";

    private final RipRequest request;
    private final Prepared ready;
    private final Completion completion;
    private final RecordKeeper records;
    private final RipTokens tokens;
    private final VerdictMaker verdicts;
    private final Observation observation;
    private @Nullable Streaming streaming;

    Ending(
            RipRequest request,
            Prepared ready,
            Completion completion,
            RecordKeeper records,
            RipTokens tokens,
            VerdictMaker verdicts,
            Observation observation) {
        this.request = request;
        this.ready = ready;
        this.completion = completion;
        this.records = records;
        this.tokens = tokens;
        this.verdicts = verdicts;
        this.observation = observation;
    }

    void streamingBegins(Streaming begun) {
        streaming = begun;
    }

    /** All that can be read is durable: names it, and writes what belongs beside it. */
    RipVerdict complete(Streaming moving, Optional<StreamHashes> streamed) throws IOException {
        return ready.staged().isPresent()
                ? moved(ready.staged().get(), moving, streamed)
                : ripped(moving, streamed);
    }

    /** Of a moved image it must be known before it gets its name that it is the disc's. */
    private RipVerdict moved(StagedImage staged, Streaming moving, Optional<StreamHashes> streamed)
            throws IOException {
        if (!completion.size(moving)) {
            return notConfirmed();
        }
        var wanted = wantedOf(staged);
        boolean isOfStream = wanted.equals(request.hashes());
        var hashes = completion.hash(isOfStream ? streamed : Optional.empty(), wanted);
        if (hashes.isEmpty()) {
            return uncompared();
        }
        if (!staged.agreesWith(hashes.get())) {
            return differs(staged);
        }
        if (!completion.name(moving)) {
            return notConfirmed();
        }
        verdicts.imageIsDurable();
        var verdict =
                named(
                        moving.maps().counts().missingBytes() == 0,
                        verdicts.completeSentence(ready, isPromised(), moving),
                        hashes.get());
        return completion.sidecars().write(hashes.get(), record(verdict))
                ? afterMove(staged, verdict)
                : sidecarsNotConfirmed();
    }

    /** By all that the staged image is known by, whatever is asked for now. */
    private Set<HashAlgorithm> wantedOf(StagedImage staged) {
        var wanted = EnumSet.noneOf(HashAlgorithm.class);
        wanted.addAll(request.hashes());
        if (staged.isWhole()) {
            wanted.addAll(staged.algorithms());
        }
        return wanted;
    }

    /** What was there before this move may be what differs: then nothing of it is removed. */
    private RipVerdict differs(StagedImage staged) {
        if (ready.resumed()) {
            return verdict(
                    RipOutcome.DESTINATION_FAILED, Moves.isAnother(ready.files().part()) + stays());
        }
        completion.moveFiles().discardPart();
        return verdict(RipOutcome.DESTINATION_FAILED, Moves.differs(staged));
    }

    private RipVerdict uncompared() {
        return verdict(
                tokens.isStopped() ? RipOutcome.STOPPED : RipOutcome.NOT_CONFIRMED,
                Moves.uncompared(ready.files().imageName()));
    }

    /** An image that was there already takes the staged one's place only if it is the same. */
    private RipVerdict found(StagedImage staged) throws IOException {
        if (!completion.confirmImage()) {
            return notConfirmed();
        }
        var hashes = completion.hash(Optional.empty(), wantedOf(staged));
        if (hashes.isEmpty()) {
            return uncompared();
        }
        if (!staged.agreesWith(hashes.get())) {
            return verdict(
                    RipOutcome.DESTINATION_FAILED,
                    Moves.isAnother(ready.files().image()) + stays());
        }
        verdicts.imageIsDurable();
        var kept = completion.sidecars().kept();
        if (kept.isEmpty()) {
            return notConfirmed();
        }
        var verdict = named(true, verdicts.wasCompleteSentence(ready), hashes.get());
        if (!completion.sidecars().writeMissing(kept.get(), hashes.get(), record(verdict))) {
            return sidecarsNotConfirmed();
        }
        boolean isProven = staged.isWhole() && !staged.algorithms().isEmpty();
        return isProven
                ? afterMove(staged, verdict)
                : Moves.adding(verdict, Moves.keptAsUnproven(staged));
    }

    /** What was moved to where it is kept is not needed twice. */
    private RipVerdict afterMove(StagedImage staged, RipVerdict verdict) {
        if (!isPromised()) {
            return Moves.adding(verdict, Moves.keptAsNotPromised(staged));
        }
        return completion.moveFiles().removeStaged(staged)
                ? verdict
                : Moves.adding(verdict, Moves.notRemoved(staged));
    }

    private RipVerdict ripped(Streaming moving, Optional<StreamHashes> streamed)
            throws IOException {
        if (!completion.name(moving)) {
            return notConfirmed();
        }
        verdicts.imageIsDurable();
        var damaged = completion.damagedFiles(moving);
        verdicts.damagedFiles(damaged);
        return withSidecars(
                streamed,
                moving.maps().counts().missingBytes() == 0,
                () ->
                        verdicts.completeSentence(ready, isPromised(), moving)
                                + DamagedFiles.sentence(damaged));
    }

    /** The image is there already: only what is missing beside it is written. */
    RipVerdict finishComplete() throws IOException {
        if (ready.staged().isPresent()) {
            return found(ready.staged().get());
        }
        observation.phase(Phase.FINISHING);
        verdicts.imageIsDurable();
        var kept = completion.sidecars().kept();
        if (kept.isEmpty()) {
            return notConfirmed();
        }
        var hashes = new TreeMap<>(kept.get().hashes());
        var missing =
                request.hashes().stream()
                        .filter(wanted -> !hashes.containsKey(wanted.text()))
                        .collect(Collectors.toSet());
        var computed = completion.hash(Optional.empty(), missing);
        if (computed.isEmpty()) {
            return unhashed();
        }
        hashes.putAll(computed.get());
        var verdict = named(true, verdicts.wasCompleteSentence(ready), hashes);
        return completion.sidecars().writeMissing(kept.get(), hashes, record(verdict))
                ? verdict
                : sidecarsNotConfirmed();
    }

    private RipVerdict withSidecars(
            Optional<StreamHashes> streamed, boolean withoutHoles, Supplier<String> sentence)
            throws IOException {
        var hashes = completion.hash(streamed, request.hashes());
        if (hashes.isEmpty()) {
            return unhashed();
        }
        var verdict = named(withoutHoles, sentence.get(), hashes.get());
        return completion.sidecars().write(hashes.get(), record(verdict))
                ? verdict
                : sidecarsNotConfirmed();
    }

    private RipVerdict named(boolean withoutHoles, String sentence, Map<String, String> hashes) {
        boolean whole = withoutHoles && !ready.disc().sizes().isTruncated();
        return make(
                whole ? RipOutcome.COMPLETE : RipOutcome.FINISHED_WITH_HOLES,
                sentence,
                isPromised(),
                hashes);
    }

    private RipVerdict unhashed() {
        return cutShort(" is complete, but its hash was not computed;");
    }

    private RipVerdict sidecarsNotConfirmed() {
        return cutShort(" is complete, but the files beside it were not confirmed;");
    }

    private RipVerdict cutShort(String what) {
        return make(
                tokens.isStopped() ? RipOutcome.STOPPED : RipOutcome.NOT_CONFIRMED,
                ready.files().imageName() + what + " --resume makes up for it.",
                isPromised(),
                Map.of());
    }

    /** It ended before its end. */
    RipVerdict early(TransferEnd end, Streaming moving) {
        var verdict = earlyVerdict(end, moving);
        completion.recordEnd(record(verdict));
        return verdict;
    }

    private RipVerdict earlyVerdict(TransferEnd end, Streaming moving) {
        long total = ready.drive().lengthBytes();
        return switch (end) {
            case TransferEnd.Stopped(boolean saved) ->
                    verdict(
                            RipOutcome.STOPPED,
                            completion.isDisplaced()
                                    ? "Stopped." + EarlySentences.lost(ready)
                                    : EarlySentences.stopped(moving, saved, total, handedTo()));
            case TransferEnd.DriveFailed(var outcome) when ready.staged().isPresent() ->
                    verdict(
                            RipOutcome.DESTINATION_FAILED,
                            Moves.unreadable(outcome) + kept(moving) + stays());
            case TransferEnd.DriveFailed(var outcome) ->
                    verdict(
                            DriveFailures.outcome(outcome),
                            DriveFailures.sentence(outcome) + kept(moving));
            case TransferEnd.StorageFailed(String why, boolean displaced) ->
                    verdict(
                            RipOutcome.DESTINATION_FAILED,
                            "The destination failed: "
                                    + why
                                    + "."
                                    + (displaced ? EarlySentences.lost(ready) : kept(moving))
                                    + stays());
            case TransferEnd.NotConfirmed _ -> notConfirmed();
            case TransferEnd.AllDurable _ -> throw new IllegalStateException("not early");
        };
    }

    /** What is left for the next start; nothing where the file has lost its name. */
    private String kept(Streaming moving) {
        return completion.isDisplaced()
                ? EarlySentences.lost(ready)
                : EarlySentences.kept(moving, ready.drive().lengthBytes());
    }

    private String stays() {
        return ready.staged().map(image -> Moves.stays(image.files())).orElse("");
    }

    private RipVerdict notConfirmed() {
        return tokens.isStopped()
                ? verdict(RipOutcome.STOPPED, NOT_SAVED)
                : verdict(RipOutcome.NOT_CONFIRMED, NOT_CONFIRMED);
    }

    /** Something went wrong that no end foresees; once bytes were moved the record tells it. */
    RipVerdict failed(RipOutcome outcome, String sentence) {
        var verdict = verdict(outcome, sentence);
        if (streaming != null) {
            completion.recordEnd(record(verdict));
        }
        return verdict;
    }

    /** A verdict on a rip whose image nobody vouches for. */
    private RipVerdict verdict(RipOutcome outcome, String sentence) {
        return make(outcome, sentence, false, Map.of());
    }

    private Optional<String> handedTo() {
        return isPromised() ? Optional.empty() : Optional.of(VerdictMaker.handedTo(ready));
    }

    private boolean isPromised() {
        return Promise.isKept(ready.destination().kind());
    }

    private RipRecord record(RipVerdict verdict) {
        return records.ended(
                verdict,
                observation.chart().points(),
                observation.stalls().latest(),
                observation.waits().points());
    }

    private RipVerdict make(
            RipOutcome outcome, String sentence, boolean durable, Map<String, String> hashes) {
        String file = completion.isNamed() ? ready.files().image() : ready.files().part();
        var verdict = verdicts.make(outcome, sentence, durable, file, hashes, streaming);
        return ready.staged()
                .map(image -> verdicts.whole(image, verdict, streaming != null))
                .orElse(verdict);
    }
}
