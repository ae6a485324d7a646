package dev.spindle.disc.udf;

import dev.spindle.disc.sector.DiscException;

/** The entries of a folder, one after the other: file identifier descriptors (ECMA-167 4/14.4). */
final class UdfFolder {
    /** File characteristics (4/14.4.3). */
    private static final int HIDDEN = 1;

    private static final int FOLDER = 2;

    private static final int DELETED = 4;

    private static final int PARENT = 8;

    private static final int FIXED_BYTES = 38;

    /**
     * The file system's own, on rewritable discs: space that nothing may use (OSTA UDF 1.50,
     * 3.3.7.2).
     */
    private static final String OWN_FILE = "Non-Allocatable Space";

    private final ContentReader content;
    private final long most;
    private long left;
    private long taken;

    /**
     * An entry.
     *
     * @param icb where its file entry is
     */
    record Item(String name, boolean isFolder, LongAd icb) {}

    /**
     * @param most bytes of it that are read
     */
    UdfFolder(UdfSpace space, UdfEntry entry, long most) throws DiscException {
        space.limits().folder(Math.clamp(entry.sizeBytes(), 0, most));
        this.most = most;
        this.content = new ContentReader(space.blocks(), UdfContent.of(space, entry));
        this.left = entry.sizeBytes();
    }

    /** Whether something follows; less than a descriptor is padding. */
    boolean hasNext() {
        return left >= FIXED_BYTES && taken < most;
    }

    /** The next entry, or null for one that counts for nothing: deleted, or the parent. */
    @org.jspecify.annotations.Nullable
    Item next() throws DiscException {
        Bytes fixed = content.take(FIXED_BYTES);
        int use = fixed.u16(36);
        int name = fixed.u8(19);
        int bytes = (FIXED_BYTES + use + name + 3) / 4 * 4;
        if (UdfTag.identifier(fixed) != UdfTag.FILE_IDENTIFIER || bytes > left) {
            throw new DiscException("its list of entries is damaged");
        }
        Bytes rest = content.take(bytes - FIXED_BYTES);
        left -= bytes;
        taken += bytes;
        if (!UdfTag.isWhole(joined(fixed, rest))) {
            throw new DiscException("its list of entries is damaged");
        }
        int characteristics = fixed.u8(18);
        String decoded = UdfNames.decode(rest, use, name);
        boolean isOwn = (characteristics & HIDDEN) != 0 && decoded.equals(OWN_FILE);
        return isOwn || (characteristics & (DELETED | PARENT)) != 0
                ? null
                : new Item(decoded, (characteristics & FOLDER) != 0, LongAd.at(fixed, 20));
    }

    private static Bytes joined(Bytes one, Bytes other) {
        var both = new byte[one.length() + other.length()];
        System.arraycopy(one.data(), 0, both, 0, one.length());
        System.arraycopy(other.data(), 0, both, one.length(), other.length());
        return new Bytes(both);
    }
}
