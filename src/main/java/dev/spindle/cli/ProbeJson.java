package dev.spindle.cli;

import dev.spindle.probe.ProbeAdvice;
import dev.spindle.probe.ProbeFacts;
import dev.spindle.probe.ProbeMeasure;
import dev.spindle.probe.ProbeReport;

import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;

/** What a destination test came to, as one JSON object. Pure. */
final class ProbeJson {
    private ProbeJson() {}

    static String line(ProbeReport report) {
        ObjectNode json = Json.object();
        json.put("type", "probe");
        json.put("outcome", report.outcome().name());
        json.put("exit", report.outcome().exitCode());
        json.put("text", report.text());
        json.put("folder", report.folder());
        json.put("bytesPerSecond", report.bytesPerSecond());
        report.facts().ifPresent(facts -> addFacts(json, facts));
        ProbeAdvice.of(report)
                .ifPresent(advice -> {
                    ObjectNode settings = json.putObject("settings");
                    settings.put("policy", advice.policy().name().toLowerCase(Locale.ROOT));
                    settings.put("staging", advice.stages());
                });
        var passes = json.putArray("passes");
        report.measures().forEach(measure -> add(passes.addObject(), measure));
        return Json.line(json);
    }

    private static void addFacts(ObjectNode json, ProbeFacts facts) {
        json.put("fileSystem", facts.kind().name());
        json.put("kind", facts.kind().family().name());
        json.put("freeBytes", facts.freeBytes());
        if (facts.fileLimitBytes() == Long.MAX_VALUE) {
            json.putNull("fileLimitBytes");
        } else {
            json.put("fileLimitBytes", facts.fileLimitBytes());
        }
        json.put("renames", facts.renames());
    }

    private static void add(ObjectNode json, ProbeMeasure pass) {
        json.put("policy", pass.policy());
        json.put("mechanism", pass.mechanism());
        json.put("reason", pass.reason());
        json.put("bytes", pass.bytes());
        Json.decimal(json, "writtenSeconds", pass.writtenSeconds());
        Json.decimal(json, "durableSeconds", pass.durableSeconds());
        Json.decimal(json, "sustainedBytesPerSecond", pass.sustainedRate());
        Json.decimal(json, "longestWriterStallSeconds", pass.longestStallSeconds());
        Json.decimal(json, "p999WriterStallSeconds", pass.p999StallSeconds());
        json.put("peakUnconfirmedBytes", pass.peakUnconfirmedBytes());
        json.put("commits", pass.commits());
        Json.decimal(json, "longestCommitSeconds", pass.longestCommitSeconds());
        Json.decimal(json, "lastCommitSeconds", pass.lastCommitSeconds());
    }
}
