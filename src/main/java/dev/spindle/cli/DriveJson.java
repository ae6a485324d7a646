package dev.spindle.cli;

import dev.spindle.disc.DiscDetails;
import dev.spindle.disc.DiscFacts;
import dev.spindle.disc.DiscNote;
import dev.spindle.disc.DiscSizes;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.Track;
import dev.spindle.drive.DriveInfo;
import dev.spindle.rip.DriveReport;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.Optional;

/** A drive and its disc as JSON; unknown is null. Pure. */
final class DriveJson {
    private DriveJson() {}

    static ObjectNode object(DriveReport drive) {
        DriveInfo info = drive.info();
        ObjectNode json = Json.object();
        json.put("device", drive.address());
        Json.text(json, "vendor", info.vendor());
        Json.text(json, "model", info.model());
        Json.text(json, "revision", info.revision());
        Json.text(json, "serial", info.serial());
        Json.text(json, "generic", info.generic().orElse(""));
        json.put("state", drive.state());
        if (drive.disc().isPresent()) {
            json.set("disc", disc(drive.disc().get()));
        } else {
            json.putNull("disc");
        }
        return json;
    }

    private static ObjectNode disc(DiscFacts disc) {
        ObjectNode json = Json.object();
        json.put("kind", disc.kind().name());
        Json.text(json, "label", disc.label().orElse(""));
        Json.text(json, "identity", disc.identity());
        json.put("bytes", disc.bytes());
        json.put("sectors", disc.sectors());
        addTracks(json, disc.details().toc());
        json.put("protected", disc.protection().isPresent());
        Json.text(json, "protection", disc.protection().orElse(""));
        DiscSizes sizes = disc.sizes();
        ObjectNode claimed = json.putObject("sizes");
        claimed.put("capacity", sizes.capacityBytes());
        Json.number(claimed, "toc", sizes.tocBytes());
        Json.number(claimed, "iso", sizes.isoBytes());
        Json.number(claimed, "udf", sizes.udfBytes());
        addDetails(json, disc.details());
        return json;
    }

    private static void addTracks(ObjectNode json, Optional<DiscToc> toc) {
        if (toc.isEmpty()) {
            json.putNull("tracks");
            return;
        }
        ArrayNode tracks = json.putArray("tracks");
        for (Track track : toc.get().tracks()) {
            tracks.addObject()
                    .put("number", track.number())
                    .put("session", track.session())
                    .put("mode", track.mode().name())
                    .put("start", track.startLba())
                    .put("sectors", track.sectors());
        }
    }

    private static void addDetails(ObjectNode json, DiscDetails details) {
        Json.text(json, "created", details.created().map(Instant::toString).orElse(""));
        Json.text(json, "modified", details.modified().map(Instant::toString).orElse(""));
        ArrayNode structures = json.putArray("structures");
        details.structures().forEach(structures::add);
        ArrayNode notes = json.putArray("notes");
        for (DiscNote note : details.notes()) {
            notes.addObject()
                    .put("topic", note.topic().name())
                    .put("warning", note.topic().isWarning())
                    .put("sectors", note.sectors())
                    .put("text", NoteText.of(note));
        }
    }
}
