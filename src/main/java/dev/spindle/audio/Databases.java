package dev.spindle.audio;

import dev.spindle.audio.id.AccurateRipId;
import dev.spindle.audio.id.AudioToc;
import dev.spindle.audio.lookup.AccurateRipAnswer;
import dev.spindle.audio.lookup.CtdbAnswer;
import dev.spindle.audio.track.Cover;
import dev.spindle.os.Web;
import dev.spindle.rip.MusicServers;
import dev.spindle.rip.MusicWishes;
import dev.spindle.rip.record.AlbumWords;
import dev.spindle.run.CallResult;
import dev.spindle.run.Deadline;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks databases about a disc, while something else goes on: on a worker of its own, as a network
 * that is silent must hold nothing up. One thread asks and waits.
 */
final class Databases implements AutoCloseable {
    /** So long the answers are waited for, from the question on. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String LATE = "no answer within " + PATIENCE.toSeconds() + " seconds";
    private static final String UNKNOWN = "not known there";

    private final AudioServices services;
    private final RoleWorker worker;
    private final Deadline deadline;
    private final Optional<RoleWorker.Pending<Boolean>> pending;
    private volatile Answer<AccurateRipAnswer> accurateRip = Answer.none(LATE);
    private volatile Answer<CtdbAnswer> ctdb = Answer.none(LATE);
    private volatile Answer<Cover> cover = Answer.none("");

    /**
     * An answer, or why there is none.
     *
     * @param problem empty where there is an answer
     */
    record Answer<T>(Optional<T> answer, String problem) {
        static <T> Answer<T> none(String problem) {
            return new Answer<>(Optional.empty(), problem);
        }
    }

    /** All of them. */
    record Answers(
            Answer<AccurateRipAnswer> accurateRip, Answer<CtdbAnswer> ctdb, Answer<Cover> cover) {}

    /** Where nobody may be asked, nobody is. */
    Databases(AudioServices services, MusicWishes wishes, AudioToc audio) {
        this.services = services;
        this.worker = new RoleWorker(services.concurrency(), "lookup");
        this.deadline = services.concurrency().in(PATIENCE);
        this.pending =
                wishes.servers()
                        .map(servers -> worker.submit(_ -> ask(servers, audio, release(wishes))));
    }

    /** Whose picture is wanted; empty where it is not known, or there is one already. */
    private static String release(MusicWishes wishes) {
        return wishes.cover().isPresent() ? "" : wishes.words().map(AlbumWords::release).orElse("");
    }

    /** Each answer counts as soon as it is there, whatever becomes of the others. */
    private boolean ask(MusicServers servers, AudioToc audio, String release) {
        var id = AccurateRipId.of(audio);
        accurateRip =
                ask(
                        AccurateRipAnswer.address(servers.accurateRip(), id),
                        body -> AccurateRipAnswer.parse(body, id));
        ctdb = ask(CtdbAnswer.address(servers.ctdb(), audio), CtdbAnswer::parse);
        if (!release.isEmpty()) {
            var picture = URI.create(servers.coverArt() + "/release/" + release + "/front-500");
            cover = ask(picture, Cover::of);
        }
        return true;
    }

    /** Reads an answer. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(byte[] body) throws IOException;
    }

    /** Who does not know the disc has answered too: with nothing. */
    private <T> Answer<T> ask(URI address, Reading<T> reading) {
        try {
            var answer = services.web().get(address);
            return switch (answer.status()) {
                case Web.Answer.OK -> new Answer<>(Optional.of(reading.read(answer.body())), "");
                case Web.Answer.NOT_FOUND -> Answer.none(UNKNOWN);
                default -> Answer.none(MusicSequel.refusal(address.getHost(), answer.status()));
            };
        } catch (IOException problem) {
            return Answer.none(String.valueOf(problem.getMessage()));
        }
    }

    /** Waits for the answers; empty where nobody was asked. Can be called again. */
    Optional<Answers> await(StopToken stop) {
        return pending.map(asked -> {
            if (worker.await(asked, deadline, stop) instanceof CallResult.Stopped) {
                throw new StoppedException();
            }
            return new Answers(accurateRip, ctdb, withoutMissing(cover));
        });
    }

    /** That a database has no picture of a release is no problem to tell. */
    private static Answer<Cover> withoutMissing(Answer<Cover> picture) {
        return picture.problem().equals(UNKNOWN) ? Answer.none("") : picture;
    }

    /** A call that has not returned keeps its thread, and nobody waits for it. */
    @Override
    public void close() {
        if (pending.filter(asked -> !worker.isDone(asked)).isPresent()) {
            var _ = worker.abandon();
        }
        worker.close();
    }
}
