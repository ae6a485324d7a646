package dev.spindle.cli;

import dev.spindle.os.FileSystemKind;
import dev.spindle.rip.RipEvent;
import dev.spindle.timeline.ChunkWait;
import dev.spindle.timeline.Sample;
import dev.spindle.timeline.Stall;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Events as lines of {@code --events}; lets ten samples a second pass at most. */
public final class EventLines {
    private static final double SAMPLES_PER_SECOND = 10;

    /** The kind of a destination before anybody has looked at it: a share may hang just there. */
    private static final String NOT_LOOKED_AT = "UNKNOWN";

    private long lastTenth = Long.MIN_VALUE;

    /** The events as lines, without line ends. */
    public List<String> of(List<RipEvent> events) {
        var lines = new ArrayList<String>(events.size());
        for (RipEvent event : events) {
            if (!(event instanceof RipEvent.Sampled sampled) || isDue(sampled.sample())) {
                lines.add(Json.line(json(event)));
            }
        }
        return lines;
    }

    private boolean isDue(Sample sample) {
        long tenth = (long) Math.floor(sample.seconds() * SAMPLES_PER_SECOND);
        boolean due = tenth > lastTenth;
        if (due) {
            lastTenth = tenth;
        }
        return due;
    }

    private static ObjectNode json(RipEvent event) {
        return switch (event) {
            case RipEvent.Sampled(var sample, var kind) -> sample(sample, kind);
            case RipEvent.ChunkConfirmed(var chunk) -> chunk(chunk);
            case RipEvent.StallOpened opened -> stallOpen(opened);
            case RipEvent.StallEnded(var stall) -> stall(stall);
            case RipEvent.StateChanged changed -> state(changed);
            case RipEvent.Noticed noticed -> notice(noticed);
        };
    }

    private static ObjectNode typed(String type) {
        return Json.object().put("type", type);
    }

    private static ObjectNode sample(Sample sample, Optional<FileSystemKind.Family> kind) {
        ObjectNode json = typed("sample");
        Json.decimal(json, "t", sample.seconds());
        json.put("readBytes", sample.readBytes());
        json.put("writtenBytes", sample.writtenBytes());
        json.put("confirmedBytes", sample.confirmedBytes());
        json.put("durableBytes", sample.durableBytes());
        json.put("unconfirmedBytes", sample.unconfirmedBytes());
        json.put("chunkBytes", sample.chunkBytes());
        Json.decimal(json, "ringFill", sample.ringFill());
        Json.decimal(json, "cushionSeconds", sample.cushionSeconds());
        json.put("reader", sample.reader().name());
        json.put("writer", sample.writer().name());
        json.put("flusher", sample.flusher().name());
        json.put("kind", kind.map(Enum::name).orElse(NOT_LOOKED_AT));
        return json.put("health", sample.health().name());
    }

    private static ObjectNode chunk(ChunkWait chunk) {
        ObjectNode json = typed("chunk");
        Json.decimal(json, "t", chunk.seconds());
        json.put("offset", chunk.offsetBytes());
        json.put("length", chunk.lengthBytes());
        Json.decimal(json, "waitSeconds", chunk.waitSeconds());
        return json;
    }

    /** Its {@code t} is the moment of the line, as in all other lines. */
    private static ObjectNode stallOpen(RipEvent.StallOpened stall) {
        ObjectNode json = typed("stall-open");
        Json.decimal(json, "t", stall.startSeconds() + stall.seconds());
        json.put("thread", stall.thread());
        Json.decimal(json, "start", stall.startSeconds());
        Json.decimal(json, "seconds", stall.seconds());
        return json;
    }

    private static ObjectNode stall(Stall stall) {
        ObjectNode json = typed("stall");
        json.put("thread", stall.thread());
        Json.decimal(json, "start", stall.startSeconds());
        Json.decimal(json, "seconds", stall.cost());
        if (stall.waitedSeconds().isPresent()) {
            Json.decimal(json, "withinSeconds", stall.seconds());
        }
        json.put("side", stall.side().name());
        json.put("cause", stall.cause());
        stall.evidence().ifPresent(seen -> json.put("evidence", seen));
        return json;
    }

    private static ObjectNode state(RipEvent.StateChanged change) {
        ObjectNode json = typed("state");
        Json.decimal(json, "t", change.seconds());
        json.put("what", change.what());
        json.put("from", change.from());
        json.put("to", change.to());
        return json.put("why", change.why());
    }

    private static ObjectNode notice(RipEvent.Noticed noticed) {
        ObjectNode json = typed("notice");
        Json.decimal(json, "t", noticed.seconds());
        json.put("what", noticed.what());
        return json.put("text", noticed.text());
    }
}
