package dev.spindle.cli;

import dev.spindle.rip.HashAlgorithm;
import dev.spindle.rip.record.RescueRecord;
import dev.spindle.rip.record.VerdictRecord;
import dev.spindle.timeline.Side;

import tools.jackson.databind.node.ObjectNode;

/** The verdict as one JSON object. Pure. */
final class VerdictJson {
    private VerdictJson() {}

    static String line(VerdictRecord verdict) {
        return Json.line(object(verdict));
    }

    static ObjectNode object(VerdictRecord verdict) {
        ObjectNode json = Json.object();
        json.put("type", "verdict");
        json.put("outcome", verdict.outcome());
        json.put("exit", verdict.exit());
        json.put("durable", verdict.durable());
        json.put("text", verdict.text());
        Json.text(json, "file", verdict.file());
        hashes(json, verdict);
        Json.decimal(json, "totalSeconds", verdict.totalSeconds());
        Json.decimal(json, "readSeconds", verdict.readSeconds());
        Json.decimal(json, "durableSeconds", verdict.durableSeconds());
        Json.decimal(json, "longestWriterStallSeconds", verdict.longestWriterStallSeconds());
        Json.decimal(json, "p999WriterStallSeconds", verdict.p999WriterStallSeconds());
        Json.decimal(json, "readerWaitSeconds", verdict.readerWaitSeconds());
        json.put("peakUnconfirmedBytes", verdict.peakUnconfirmedBytes());
        Json.decimal(json, "cpuSeconds", verdict.cpuSeconds());
        json.put("policy", verdict.policy());
        json.put("mechanism", verdict.mechanism());
        json.put("badSectors", verdict.badSectors());
        ObjectNode stalled = json.putObject("stalledSeconds");
        for (Side side : Side.values()) {
            Json.decimal(stalled, side.name(), verdict.stalledSeconds().getOrDefault(side, 0.0));
        }
        verdict.rescue().ifPresent(rescue -> rescue(json.putObject("rescue"), rescue));
        return json;
    }

    private static void rescue(ObjectNode json, RescueRecord rescue) {
        ObjectNode means = json.putObject("means");
        rescue.means()
                .forEach((name, did) -> {
                    ObjectNode one = means.putObject(name);
                    one.put("reads", did.reads());
                    one.put("failed", did.failed());
                    one.put("sectors", did.sectors());
                });
        ObjectNode files = json.putObject("badSectorsByFile");
        rescue.badSectorsByFile().forEach(files::put);
    }

    /** {@code sha256} always, null where there is none; others where they were asked for. */
    private static void hashes(ObjectNode json, VerdictRecord verdict) {
        for (HashAlgorithm algorithm : HashAlgorithm.values()) {
            String hex = verdict.hashes().getOrDefault(algorithm.text(), "");
            if (algorithm == HashAlgorithm.SHA256 || !hex.isEmpty()) {
                Json.text(json, algorithm.text(), hex);
            }
        }
    }
}
