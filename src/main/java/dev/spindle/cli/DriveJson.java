package dev.spindle.cli;

import dev.spindle.disc.DiscFacts;
import dev.spindle.disc.DiscSizes;
import dev.spindle.drive.DriveInfo;
import dev.spindle.rip.DriveReport;

import tools.jackson.databind.node.ObjectNode;

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
        json.putNull("tracks");
        json.put("protected", disc.protection().isPresent());
        Json.text(json, "protection", disc.protection().orElse(""));
        DiscSizes sizes = disc.sizes();
        ObjectNode claimed = json.putObject("sizes");
        claimed.put("capacity", sizes.capacityBytes());
        claimed.putNull("toc");
        Json.number(claimed, "iso", sizes.isoBytes());
        Json.number(claimed, "udf", sizes.udfBytes());
        return json;
    }
}
