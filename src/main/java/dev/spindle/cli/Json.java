package dev.spindle.cli;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.OptionalLong;

/** JSON as this program tells it: one value a line, unknown is null. */
final class Json {
    private static final double MICROS = 1e6;

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static String line(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    /** Decimals, to the microsecond for seconds. JSON has no infinity: that is unknown. */
    static void decimal(ObjectNode into, String name, double value) {
        if (Double.isFinite(value)) {
            into.put(name, Math.rint(value * MICROS) / MICROS);
        } else {
            into.putNull(name);
        }
    }

    static void text(ObjectNode into, String name, String value) {
        if (value.isEmpty()) {
            into.putNull(name);
        } else {
            into.put(name, value);
        }
    }

    static void number(ObjectNode into, String name, OptionalLong value) {
        if (value.isPresent()) {
            into.put(name, value.getAsLong());
        } else {
            into.putNull(name);
        }
    }
}
