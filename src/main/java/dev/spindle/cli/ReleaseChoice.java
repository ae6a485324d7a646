package dev.spindle.cli;

import dev.spindle.disc.toc.DiscToc;
import dev.spindle.rip.MusicServers;
import dev.spindle.rip.Release;
import dev.spindle.rip.RipRequest;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds the words for an audio CD before it is ripped, where the user wants databases asked. */
record ReleaseChoice(Session session) {
    /** More are not told: who needs them looks at the database's own pages. */
    private static final int MOST_TOLD = 8;

    /**
     * The request with the words of the release that it must be. A network that does not answer
     * keeps nobody from ripping.
     *
     * @param release the id of the one that the user means
     */
    RipRequest choose(RipRequest request, Optional<String> release) throws UsageException {
        var servers = request.music().servers();
        // A rip that is gone on with has its words, if any were chosen.
        boolean hasWords =
                request.music().words().isPresent()
                        || request.resume() == RipRequest.ResumeMode.RESUME;
        if (servers.isEmpty() || (hasWords && release.isEmpty())) {
            return request;
        }
        Optional<DiscToc> toc = toc(request.drive());
        if (toc.filter(request.music()::wantsTracks).isEmpty()) {
            if (release.isPresent()) {
                throw new UsageException(
                        "--release: no audio CD can be looked at in " + request.drive() + " now");
            }
            return request;
        }
        List<Release> found = ask(toc.get(), servers.get(), release.isPresent());
        if (release.isPresent()) {
            return request.with(request.music().with(named(found, release.get()).words()));
        }
        if (found.size() == 1) {
            note("MusicBrainz knows it as " + told(found.getFirst()));
            return request.with(request.music().with(found.getFirst().words()));
        }
        if (found.size() > 1) {
            note(
                    found.size()
                            + " releases fit, and the disc's own words are taken; choose one with"
                            + " --release ID:");
            found.stream()
                    .limit(MOST_TOLD)
                    .forEach(r -> note(r.words().release() + "  " + told(r)));
        }
        return request;
    }

    private Optional<DiscToc> toc(String drive) {
        try {
            return session.context()
                    .service()
                    .get()
                    .inspect(drive)
                    .disc()
                    .flatMap(disc -> disc.details().toc());
        } catch (IOException told) {
            // What is wrong with the drive the rip will tell.
            return Optional.empty();
        }
    }

    private List<Release> ask(DiscToc toc, MusicServers servers, boolean isNeeded)
            throws UsageException {
        try {
            var found = session.context().service().get().releases(toc, servers);
            if (found.isEmpty()) {
                note("MusicBrainz does not know this disc");
            }
            return found;
        } catch (IOException problem) {
            String told = "titles could not be looked up: " + problem.getMessage();
            if (isNeeded) {
                throw new UsageException("--release: " + told, problem);
            }
            note(told);
            return List.of();
        }
    }

    private static Release named(List<Release> found, String id) throws UsageException {
        return found.stream()
                .filter(release -> release.words().release().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() ->
                        new UsageException(
                                "--release: none of the "
                                        + found.size()
                                        + " releases that fit this disc is '"
                                        + id
                                        + "'; leave it out to see them"));
    }

    private static String told(Release release) {
        var words = release.words();
        String what = words.performer() + " - " + words.title();
        var remarks =
                List.of(words.date(), release.country(), release.remark()).stream()
                        .filter(remark -> !remark.isEmpty())
                        .toList();
        return remarks.isEmpty() ? what : what + " (" + String.join(", ", remarks) + ")";
    }

    private void note(String sentence) {
        session.screen().line("spindle: " + Texts.oneLine(sentence));
    }
}
