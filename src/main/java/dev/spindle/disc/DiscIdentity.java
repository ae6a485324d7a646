package dev.spindle.disc;

import dev.spindle.disc.iso.IsoVolume;
import dev.spindle.disc.sector.Sector;
import dev.spindle.disc.sector.SectorCache;
import dev.spindle.disc.sector.VolumeStructures;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.Track;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The digest by which a disc is known again: over its exact length and the sectors that hold its
 * volume structures. A sector that can't be read counts as such.
 */
final class DiscIdentity {
    /** Where there is no file system: the first sectors, and some spread evenly. */
    private static final int FIRST_SECTORS = 32;

    private static final int SPREAD_SECTORS = 16;

    private DiscIdentity() {}

    /** Of a disc with a file system. */
    static String of(SectorCache disc, long lengthBytes, Collection<Long> udfLbas) {
        var lbas = new TreeSet<Long>();
        for (long lba : VolumeStructures.lbas()) {
            lbas.add(lba);
            if (disc.read(lba).filter(IsoVolume::isTerminator).isPresent()) {
                break;
            }
        }
        lbas.addAll(udfLbas);
        return digest(disc, lengthBytes, lbas, Optional.empty());
    }

    /** Of a disc without one. */
    static String ofUnknown(SectorCache disc, long lengthBytes, Optional<DiscToc> toc) {
        var lbas = new TreeSet<Long>();
        for (long lba = 0; lba < FIRST_SECTORS; lba++) {
            lbas.add(lba);
        }
        for (long i = 1; i <= SPREAD_SECTORS; i++) {
            lbas.add((disc.sectors() - 1) / SPREAD_SECTORS * i);
        }
        return digest(disc, lengthBytes, lbas, toc.filter(DiscToc::hasAudio));
    }

    /**
     * @param toc where the sectors alone don't tell: audio has no data that could be compared
     */
    private static String digest(
            SectorCache disc, long lengthBytes, Collection<Long> lbas, Optional<DiscToc> toc) {
        MessageDigest digest = sha256();
        toc.ifPresent(t -> t.tracks().forEach(track -> digest.update(bytes(track))));
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, lengthBytes));
        for (long lba : lbas) {
            Optional<Sector> sector = disc.read(lba);
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, lba));
            digest.update((byte) (sector.isPresent() ? 1 : 0));
            sector.ifPresent(s -> digest.update(s.bytes(0, Sector.BYTES)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] bytes(Track track) {
        return ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(track.startLba())
                .putLong(track.sectors())
                .putLong(track.isAudio() ? 1 : 0)
                .array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
