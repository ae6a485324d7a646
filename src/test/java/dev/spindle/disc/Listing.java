package dev.spindle.disc;

import dev.spindle.disc.tree.DiscEntry;
import dev.spindle.disc.tree.DiscFile;
import dev.spindle.disc.tree.DiscFolder;
import dev.spindle.disc.tree.DiscLink;
import dev.spindle.disc.tree.DiscSpecial;
import dev.spindle.disc.tree.DiscTree;
import dev.spindle.disc.tree.Extent;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/** A tree in the form of a fixture's list: content as the extents give it. */
public final class Listing {
    private Listing() {}

    /** Sorted lines: kind, size, SHA-256 or target, path. */
    public static List<String> of(DiscTree tree, byte[] image) {
        var lines = new TreeSet<String>();
        tree.forEach((path, entry) -> lines.add(line(entry, image) + escaped(path)));
        return List.copyOf(lines);
    }

    private static String line(DiscEntry entry, byte[] image) {
        return switch (entry) {
            case DiscFolder _ -> "dir\t-\t-\t";
            case DiscLink link -> "link\t-\t" + escaped(link.target()) + "\t";
            case DiscSpecial _ -> "other\t-\t-\t";
            case DiscFile file -> "file\t" + file.sizeBytes() + "\t" + content(file, image) + "\t";
        };
    }

    private static String content(DiscFile file, byte[] image) {
        return file.obstacle().orElseGet(() -> digest(file.extents(), image));
    }

    private static String digest(List<Extent> extents, byte[] image) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (Extent extent : extents) {
                int length = Math.toIntExact(extent.lengthBytes());
                if (extent.isRecorded()) {
                    digest.update(image, Math.toIntExact(extent.offsetBytes()), length);
                } else {
                    digest.update(new byte[length]);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As the lab writes names: controls as hexadecimal, a backslash twice. */
    private static String escaped(String text) {
        var escaped = new StringBuilder();
        for (char c : text.replace("\\", "\\\\").toCharArray()) {
            escaped.append(c < ' ' || c == 0x7F ? "\\x%02x".formatted((int) c) : "" + c);
        }
        return escaped.toString();
    }
}
