package dev.spindle.library;

import dev.spindle.disc.toc.MediumFamily;
import dev.spindle.drive.Approach;
import dev.spindle.rescue.ApproachRecord;
import dev.spindle.rescue.DriveLessons;
import dev.spindle.rip.DriveMemory;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@link DriveLessons} as JSON text, and back. An entry that makes no sense is left out, and costs
 * no other. Pure; safe for all threads.
 */
final class LessonText {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int VERSION = 1;

    private LessonText() {}

    static String write(Map<DriveMemory.Key, DriveLessons> lessons) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("version", VERSION);
        ArrayNode drives = root.putArray("drives");
        lessons.entrySet().stream()
                .sorted(
                        Comparator.comparing((Map.Entry<DriveMemory.Key, DriveLessons> entry) ->
                                entry.getKey().model() + " " + entry.getKey().family()))
                .forEach(entry -> write(drives.addObject(), entry.getKey(), entry.getValue()));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void write(ObjectNode node, DriveMemory.Key key, DriveLessons lessons) {
        node.put("model", key.model());
        node.put("family", key.family().name());
        node.put("commandNanos", lessons.commandNanos());
        node.put("jumpNanos", lessons.jumpNanos());
        node.put("badNanos", lessons.badNanos());
        ObjectNode approaches = node.putObject("approaches");
        for (Approach approach : Approach.values()) {
            ApproachRecord record = lessons.approaches().get(approach);
            if (record != null) {
                ObjectNode way = approaches.putObject(approach.name());
                way.put("tries", record.tries());
                way.put("successes", record.successes());
                way.put("nanos", record.nanos());
            }
        }
    }

    /** Reads what {@link #write} wrote; nothing where it is no such text at all. */
    static Map<DriveMemory.Key, DriveLessons> read(String text) {
        var lessons = new HashMap<DriveMemory.Key, DriveLessons>();
        try {
            for (JsonNode node : MAPPER.readTree(text).path("drives")) {
                lessons(node).ifPresent(known -> key(node).ifPresent(k -> lessons.put(k, known)));
            }
        } catch (JacksonException damaged) {
            return Map.of();
        }
        return lessons;
    }

    private static Optional<DriveMemory.Key> key(JsonNode node) {
        String model = node.path("model").asString("");
        String family = node.path("family").asString("");
        for (MediumFamily known : MediumFamily.values()) {
            if (known.name().equals(family) && !model.isBlank()) {
                return Optional.of(new DriveMemory.Key(model, known));
            }
        }
        return Optional.empty();
    }

    private static Optional<DriveLessons> lessons(JsonNode node) {
        try {
            var approaches = new EnumMap<Approach, ApproachRecord>(Approach.class);
            for (Approach approach : Approach.values()) {
                JsonNode way = node.path("approaches").path(approach.name());
                if (way.isObject()) {
                    approaches.put(
                            approach,
                            new ApproachRecord(
                                    number(way, "tries"),
                                    number(way, "successes"),
                                    number(way, "nanos")));
                }
            }
            return Optional.of(
                    new DriveLessons(
                            number(node, "commandNanos"),
                            number(node, "jumpNanos"),
                            number(node, "badNanos"),
                            approaches));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    private static double number(JsonNode node, String name) {
        return node.path(name).asDouble(0);
    }
}
