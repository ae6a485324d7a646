package dev.spindle.disc.udf;

import dev.spindle.disc.sector.DiscException;

import java.util.StringJoiner;

/** Targets of symbolic links: path components (ECMA-167 4/14.16). */
final class UdfLinks {
    /**
     * Linux has no longer paths (limits.h, PATH_MAX); in two bytes a character, and their heads.
     */
    private static final int MOST_BYTES = 16_384;

    private static final int HEAD_BYTES = 4;

    private UdfLinks() {}

    static String target(UdfSpace space, UdfEntry entry) throws DiscException {
        if (entry.sizeBytes() > MOST_BYTES) {
            throw new DiscException("it points further than any path is long");
        }
        var extents = UdfContent.of(space, entry);
        var content = new ContentReader(space.blocks(), extents).take((int) entry.sizeBytes());
        var path = new StringJoiner("/");
        int at = 0;
        while (at + HEAD_BYTES <= content.length()) {
            int name = content.u8(at + 1);
            if (at + HEAD_BYTES + name > content.length()) {
                throw new DiscException("where it points is damaged");
            }
            path.add(component(content, at, name));
            at += HEAD_BYTES + name;
        }
        String target = path.toString();
        return target.isEmpty() && content.length() > 0 ? "/" : target;
    }

    private static String component(Bytes content, int at, int name) {
        return switch (content.u8(at)) {
            case 1, 2 -> ""; // The root: the slash comes from what follows.
            case 3 -> "..";
            case 4 -> ".";
            default -> UdfNames.decode(content, at + HEAD_BYTES, name);
        };
    }
}
