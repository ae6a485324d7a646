package dev.spindle.rip;

import dev.spindle.disc.toc.DiscToc;
import dev.spindle.rip.verify.VerifyWork;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What follows once an image is there. Declared here and made by those above, so that the engine
 * need not know of it.
 */
@FunctionalInterface
public interface Sequel {
    /** Nothing does. */
    Sequel NONE = (rip, _) -> rip;

    /**
     * A rip that has the sequel in it.
     *
     * @param rip started
     * @return to be shown in its place; must not block
     */
    Rip of(Rip rip, RipRequest request);

    /** See {@link RipService#releases}. */
    default List<Release> releases(DiscToc toc, MusicServers servers) throws IOException {
        return List.of();
    }

    /**
     * What reads back what the sequel has made. Makes file calls.
     *
     * @param named absolute path of a file
     * @param stop ends it
     * @return empty where that file is no such thing
     */
    default Optional<VerifyWork> verification(String named, StopToken stop) {
        return Optional.empty();
    }
}
