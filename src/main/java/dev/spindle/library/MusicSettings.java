package dev.spindle.library;

import dev.spindle.rip.MusicWishes.Format;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the user wants of every disc with music.
 *
 * @param format what is made of one that begins with music
 * @param offsets read offsets in stereo samples, by who the drive is: {@code HL-DT-ST BD-RE}
 * @param looksUp whether databases on the network may be asked
 * @param servers addresses of those databases that are not the usual ones, by their names
 */
public record MusicSettings(
        Format format, Map<String, Integer> offsets, boolean looksUp, Map<String, String> servers) {
    public static final MusicSettings STANDARD =
            new MusicSettings(Format.FLAC, Map.of(), false, Map.of());

    public MusicSettings {
        offsets = Map.copyOf(offsets);
        servers = Map.copyOf(servers);
    }

    public MusicSettings with(Format next) {
        return new MusicSettings(next, offsets, looksUp, servers);
    }

    /** The same, which asks or does not ask. */
    public MusicSettings with(boolean asks) {
        return new MusicSettings(format, offsets, asks, servers);
    }

    /** Remembers a drive's offset; of none there is nothing to remember. */
    public MusicSettings withOffset(String drive, int samples) {
        var next = new TreeMap<>(offsets);
        if (samples == 0) {
            next.remove(drive);
        } else {
            next.put(drive, samples);
        }
        return new MusicSettings(format, next, looksUp, servers);
    }

    /** Takes another address for a database; a blank one is the usual. */
    public MusicSettings withServer(String name, String address) {
        var next = new TreeMap<>(servers);
        if (address.isBlank()) {
            next.remove(name);
        } else {
            next.put(name, address.strip());
        }
        return new MusicSettings(format, offsets, looksUp, next);
    }
}
