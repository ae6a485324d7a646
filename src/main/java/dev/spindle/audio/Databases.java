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

    private final AudioServices services;
    private final RoleWorker worker;
    private final Deadline deadline;
    private final Optional<RoleWorker.Pending<Answers>> pending;

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
            Answer<AccurateRipAnswer> accurateRip, Answer<CtdbAnswer> ctdb, Answer<Cover> cover) {
        private static Answers none(String problem) {
            return new Answers(Answer.none(problem), Answer.none(problem), Answer.none(problem));
        }
    }

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

    private Answers ask(MusicServers servers, AudioToc audio, String release) {
        var id = AccurateRipId.of(audio);
        return new Answers(
                ask(
                        AccurateRipAnswer.address(servers.accurateRip(), id),
                        body -> AccurateRipAnswer.parse(body, id)),
                ask(CtdbAnswer.address(servers.ctdb(), audio), CtdbAnswer::parse),
                release.isEmpty()
                        ? Answer.none("")
                        : ask(
                                URI.create(
                                        servers.coverArt() + "/release/" + release + "/front-500"),
                                Cover::of));
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
                case Web.Answer.NOT_FOUND -> Answer.none("not known there");
                default -> Answer.none(MusicSequel.refusal(address.getHost(), answer.status()));
            };
        } catch (IOException problem) {
            return Answer.none(String.valueOf(problem.getMessage()));
        }
    }

    /** Waits for the answers; empty where nobody was asked. Can be called again. */
    Optional<Answers> await(StopToken stop) {
        return pending.map(asked ->
                switch (worker.await(asked, deadline, stop)) {
                    case CallResult.Returned<Answers> returned -> returned.value();
                    case CallResult.Failed<Answers> failed ->
                            Answers.none(String.valueOf(failed.problem().getMessage()));
                    case CallResult.Stopped<Answers> _ -> throw new StoppedException();
                    case CallResult.TimedOut<Answers> _ ->
                            Answers.none("no answer within " + PATIENCE.toSeconds() + " seconds");
                });
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
