package dev.spindle.rip;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Databases on the network that may be asked about a disc with music. They are asked only where the
 * user wants that.
 *
 * @param musicBrainz who plays what (MusicBrainz, web service 2)
 * @param coverArt pictures of the releases that MusicBrainz knows
 * @param accurateRip checksums of other people's rips
 * @param ctdb checksums of the CUETools database
 */
public record MusicServers(URI musicBrainz, URI coverArt, URI accurateRip, URI ctdb) {
    /** As options and settings call them, in the order of the components. */
    public static final List<String> NAMES =
            List.of("musicbrainz", "coverart", "accuraterip", "ctdb");

    /** Those that all programs ask. */
    public static final MusicServers USUAL =
            new MusicServers(
                    URI.create("https://musicbrainz.org"),
                    URI.create("https://coverartarchive.org"),
                    URI.create("https://www.accuraterip.com"),
                    URI.create("https://db.cue.tools"));

    /**
     * The usual ones, but for those that have other addresses.
     *
     * @param others addresses by name
     * @throws IllegalArgumentException with what is wrong and what to write
     */
    public static MusicServers of(Map<String, String> others) {
        others.keySet().stream()
                .filter(name -> !NAMES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "'"
                                    + name
                                    + "' is no database; write one of "
                                    + String.join(", ", NAMES));
                });
        return new MusicServers(
                address(others, "musicbrainz", USUAL.musicBrainz),
                address(others, "coverart", USUAL.coverArt),
                address(others, "accuraterip", USUAL.accurateRip),
                address(others, "ctdb", USUAL.ctdb));
    }

    /** The address of one of {@link #NAMES}. */
    public URI named(String name) {
        return List.of(musicBrainz, coverArt, accurateRip, ctdb).get(NAMES.indexOf(name));
    }

    private static URI address(Map<String, String> others, String name, URI usual) {
        String text = others.get(name);
        return text == null ? usual : address(text);
    }

    /**
     * An address as it was typed, without a stroke at its end.
     *
     * @throws IllegalArgumentException with what is wrong and what to write
     */
    public static URI address(String text) {
        try {
            var address = new URI(text.strip().replaceAll("/+$", ""));
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            boolean isWeb = scheme.equals("http") || scheme.equals("https");
            if (isWeb && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException told) {
            // As one that can't be used, below.
        }
        throw new IllegalArgumentException(
                "'" + text.strip() + "' is no address; write it as https://server");
    }
}
