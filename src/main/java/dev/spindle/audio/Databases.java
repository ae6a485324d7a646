package dev.spindle.audio;

import dev.spindle.audio.id.AccurateRipId;
import dev.spindle.audio.id.AudioToc;
import dev.spindle.audio.lookup.AccurateRipAnswer;
import dev.spindle.audio.lookup.CtdbAnswer;
import dev.spindle.audio.track.Cover;
import dev.spindle.os.Web;
import dev.spindle.rip.MusicWishes;
import dev.spindle.rip.record.AlbumWords;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks databases about a disc, while something else goes on: each by a thread of its own, as a
 * network that is silent must hold nothing up, and no server another one's answer. One thread asks
 * and waits.
 */
final class Databases implements AutoCloseable {
    private static final String UNKNOWN = "not known there";

    private final AudioServices services;
    private final Optional<Questions> questions;

    private record Questions(
            WebQuestion<Answer<AccurateRipAnswer>> accurateRip,
            WebQuestion<Answer<CtdbAnswer>> ctdb,
            Optional<WebQuestion<Answer<Cover>>> cover) {}

    /**
     * An answer, or why there is none.
     *
     * @param problem empty where there is an answer, and where there is nothing to tell
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
        var id = AccurateRipId.of(audio);
        this.questions =
                wishes.servers()
                        .map(servers ->
                                new Questions(
                                        question(
                                                () ->
                                                        AccurateRipAnswer.address(
                                                                servers.accurateRip(), id),
                                                body -> AccurateRipAnswer.parse(body, id)),
                                        question(
                                                () -> CtdbAnswer.address(servers.ctdb(), audio),
                                                CtdbAnswer::parse),
                                        picture(wishes)
                                                .map(release ->
                                                        question(
                                                                () ->
                                                                        Cover.address(
                                                                                servers.coverArt(),
                                                                                release),
                                                                Cover::of))));
    }

    /** The release whose picture is wanted; empty where it is not known, or there is a picture. */
    private static Optional<String> picture(MusicWishes wishes) {
        return wishes.cover().isPresent()
                ? Optional.empty()
                : wishes.words().map(AlbumWords::release).filter(release -> !release.isEmpty());
    }

    /** Reads an answer. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(byte[] body) throws IOException;
    }

    private <T> WebQuestion<Answer<T>> question(Supplier<URI> address, Reading<T> reading) {
        return new WebQuestion<>(services.concurrency(), () -> ask(address.get(), reading));
    }

    /** Who does not know the disc has answered too: with nothing. */
    private <T> Answer<T> ask(URI address, Reading<T> reading) throws IOException {
        var answer = services.web().get(address);
        return switch (answer.status()) {
            case Web.Answer.OK -> new Answer<>(Optional.of(reading.read(answer.body())), "");
            case Web.Answer.NOT_FOUND -> Answer.none(UNKNOWN);
            default -> Answer.none(MusicSequel.refusal(address.getHost(), answer.status()));
        };
    }

    /** Waits for the answers; empty where nobody was asked. Can be called again. */
    Optional<Answers> await(StopToken stop) {
        return questions.map(asked ->
                new Answers(
                        answer(asked.accurateRip(), stop),
                        answer(asked.ctdb(), stop),
                        asked.cover()
                                .map(question -> withoutMissing(answer(question, stop)))
                                .orElseGet(() -> Answer.none(""))));
    }

    private static <T> Answer<T> answer(WebQuestion<Answer<T>> question, StopToken stop) {
        try {
            return question.await(stop);
        } catch (IOException problem) {
            return Answer.none(String.valueOf(problem.getMessage()));
        }
    }

    /** That a database has no picture of a release is no problem to tell. */
    private static Answer<Cover> withoutMissing(Answer<Cover> picture) {
        return picture.problem().equals(UNKNOWN) ? Answer.none("") : picture;
    }

    @Override
    public void close() {
        questions.ifPresent(asked -> {
            asked.accurateRip().close();
            asked.ctdb().close();
            asked.cover().ifPresent(WebQuestion::close);
        });
    }
}
