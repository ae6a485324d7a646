package dev.spindle.cli;

import dev.spindle.rip.verify.VerifyReport;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What came out of reading a rip back, as one JSON object. Pure. */
final class VerifyJson {
    private VerifyJson() {}

    static String line(VerifyReport report) {
        ObjectNode json = Json.object();
        json.put("type", "verify");
        json.put("outcome", report.outcome().name());
        json.put("exit", report.outcome().exitCode());
        json.put("text", report.text());
        json.put("file", report.image());
        json.put("bytes", report.bytes());
        Json.number(json, "fromMemoryBytes", report.fromMemoryBytes());
        ArrayNode hashes = json.putArray("hashes");
        report.checks()
                .forEach(check ->
                        hashes.addObject()
                                .put("algorithm", check.known().algorithm().text())
                                .put("source", check.known().source())
                                .put("expected", check.known().hex())
                                .put("found", check.foundHex())
                                .put("equal", check.isEqual()));
        return Json.line(json);
    }
}
