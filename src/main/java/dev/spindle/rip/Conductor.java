package dev.spindle.rip;

import dev.spindle.rip.files.RipFiles;
import dev.spindle.rip.stream.StreamHashes;
import dev.spindle.writeback.Barriers;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.Optional;

/** Leads a rip from its request to its verdict, on a thread of its own that makes no file call. */
final class Conductor {
    private static final Logger LOG = LoggerFactory.getLogger("spindle.rip");

    private final RipServices services;
    private final RipRequest request;
    private final Course course;
    private final Roles roles;
    private final RipTokens tokens;
    private final Watch watch;
    private final Observation observation;
    private final Holdings holdings;
    private final VerdictMaker verdicts;
    private @Nullable Ending ending;

    Conductor(
            RipServices services,
            RipRequest request,
            Course course,
            Roles roles,
            RipTokens tokens,
            Bell bell,
            Observation observation) {
        this.services = services;
        this.request = request;
        this.course = course;
        this.roles = roles;
        this.tokens = tokens;
        this.observation = observation;
        observation.limits(services.limits());
        this.watch = new Watch(services, request.folder(), bell, observation, tokens);
        this.holdings = new Holdings(services.concurrency());
        if (course instanceof Course.FromStaging) {
            observation.readsFromStorage();
        }
        this.verdicts =
                new VerdictMaker(services, request, course.predecessor(), roles, observation);
    }

    /** Never throws: whatever happens becomes a verdict. */
    RipVerdict run() {
        try {
            return rip();
        } catch (RipEndedException ended) {
            return failed(ended.outcome(), ended.sentence());
        } catch (IOException problem) {
            // A stop comes first where both apply (README, exit codes).
            return failed(
                    tokens.isStopped() ? RipOutcome.STOPPED : RipOutcome.DESTINATION_FAILED,
                    "The destination failed: " + problem.getMessage() + ".");
        } catch (RuntimeException | LinkageError | VirtualMachineError | AssertionError fault) {
            LOG.error("a fault of Spindle's own", fault);
            return failed(
                    RipOutcome.INTERNAL_ERROR,
                    "A fault of Spindle's own ended the rip: " + fault + ".");
        } finally {
            observation.streamingEnds();
            holdings.release(watch, roles);
            roles.close();
        }
    }

    private RipVerdict rip() throws RipEndedException, IOException {
        var preparation =
                new Preparation(services, request, course, roles, watch, holdings, observation);
        var ready = preparation.run();
        var records = new RecordKeeper(services, request, ready, observation::saved);
        var completion =
                new Completion(services, ready, records, roles, tokens, watch, observation);
        var end = new Ending(request, ready, completion, records, tokens, verdicts, observation);
        ending = end;
        if (ready.isComplete()) {
            return end.finishComplete();
        }
        var opening = new Opening(services, request, roles, tokens, watch, observation, holdings);
        try {
            opening.record(ready, records);
        } catch (IOException | RipEndedException problem) {
            preparation.takeBack(ready);
            throw problem;
        }
        return transfer(ready, opening, completion, end);
    }

    private RipVerdict transfer(Prepared ready, Opening opening, Completion completion, Ending end)
            throws RipEndedException, IOException {
        var moving = opening.stream(ready);
        end.streamingBegins(moving);
        var hashes = new StreamHashes(request.hashes());
        var barriers =
                new Barriers(
                        services.concurrency(), moving.ledger(), completion.map().saver(moving));
        var transfer =
                new Transfer(
                        services.concurrency(),
                        ready,
                        moving,
                        hashes,
                        barriers,
                        new LostWrites(
                                services.concurrency(),
                                ready,
                                moving,
                                roles,
                                tokens,
                                watch,
                                observation,
                                new Renewal(
                                        services.concurrency(),
                                        services.storage(),
                                        ready,
                                        holdings,
                                        tokens.giveUp()),
                                request.verify()),
                        roles,
                        tokens,
                        watch,
                        observation,
                        new Waiting(
                                services,
                                request.patience(),
                                ready,
                                moving,
                                roles,
                                tokens,
                                watch,
                                observation));
        var how = transfer.run();
        opening.learn(moving);
        verdicts.readingEnded(transfer.readSeconds());
        if (!(how instanceof TransferEnd.AllDurable)) {
            return end.early(how, moving);
        }
        var verdict =
                end.complete(moving, transfer.isHashed() ? Optional.of(hashes) : Optional.empty());
        // Music is read once more before its disc may come out: who does that ejects it.
        if (ready.disc().details().toc().filter(ready.music()::wantsTracks).isEmpty()) {
            new Ejection(services.concurrency(), roles, watch, observation, tokens)
                    .after(verdict, ready.drive(), request.wishes());
        }
        return verdict;
    }

    private RipVerdict failed(RipOutcome outcome, String sentence) {
        Ending end = ending;
        if (end != null) {
            return end.failed(outcome, sentence);
        }
        return course instanceof Course.FromStaging(RipFiles staged, _, _)
                ? verdicts.none(outcome, ofMove(outcome, sentence, staged))
                : verdicts.none(outcome, sentence);
    }

    /** Of a move that has not begun. */
    private static String ofMove(RipOutcome outcome, String sentence, RipFiles staged) {
        return switch (outcome) {
            case REFUSED_INPUT -> sentence;
            case STOPPED -> "Stopped before the first byte was moved." + Moves.stays(staged);
            default -> sentence + Moves.stays(staged);
        };
    }
}
