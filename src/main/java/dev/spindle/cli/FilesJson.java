package dev.spindle.cli;

import dev.spindle.disc.tree.DiscEntry;
import dev.spindle.disc.tree.DiscFile;
import dev.spindle.disc.tree.DiscFolder;
import dev.spindle.disc.tree.DiscLink;
import dev.spindle.disc.tree.DiscSpecial;
import dev.spindle.disc.tree.DiscTree;
import dev.spindle.disc.tree.Extent;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.function.Consumer;

/** The files of a disc as JSON, entry by entry, since there may be hundreds of thousands. Pure. */
final class FilesJson {
    private FilesJson() {}

    /** Writes the array in pieces. */
    static void print(DiscTree tree, Consumer<String> out) {
        boolean[] isFirst = {true};
        out.accept("[");
        tree.forEach((path, entry) -> {
            out.accept((isFirst[0] ? "" : ",") + Json.line(object(path, entry)));
            isFirst[0] = false;
        });
        out.accept("]");
    }

    private static ObjectNode object(String path, DiscEntry entry) {
        ObjectNode json = Json.object();
        json.put("path", path);
        json.put("type", type(entry));
        if (entry.modified().isPresent()) {
            json.put("modified", entry.modified().get().toString());
        } else {
            json.putNull("modified");
        }
        if (entry instanceof DiscFile file) {
            addFile(json, file);
        } else if (entry instanceof DiscLink link) {
            json.put("target", link.target());
        }
        return json;
    }

    private static String type(DiscEntry entry) {
        return switch (entry) {
            case DiscFile _ -> "file";
            case DiscFolder _ -> "folder";
            case DiscLink _ -> "link";
            case DiscSpecial special ->
                    special.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    private static void addFile(ObjectNode json, DiscFile file) {
        json.put("bytes", file.sizeBytes());
        Json.text(json, "obstacle", file.obstacle().orElse(""));
        ArrayNode extents = json.putArray("extents");
        for (Extent extent : file.extents()) {
            ObjectNode one = extents.addObject();
            if (extent.isRecorded()) {
                one.put("offset", extent.offsetBytes());
            } else {
                one.putNull("offset");
            }
            one.put("bytes", extent.lengthBytes());
        }
    }
}
