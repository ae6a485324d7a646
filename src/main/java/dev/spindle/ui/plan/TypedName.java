package dev.spindle.ui.plan;

import dev.spindle.ui.common.Texts;

import java.nio.charset.StandardCharsets;

/** A name for an image as it was typed. Pure. */
final class TypedName {
    /** As the command line has it: room for endings within 255 bytes. */
    private static final int MOST_BYTES = 200;

    private TypedName() {}

    /** Why it can't be used, in one sentence; empty where it can. */
    static String problem(String name) {
        if (name.equals(".") || name.equals("..")) {
            return Texts.get("plan.name.none");
        }
        if (name.indexOf('/') >= 0) {
            return Texts.get("plan.name.slash");
        }
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            return Texts.get("plan.name.control");
        }
        return name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES
                ? Texts.format("plan.name.long", Integer.toString(MOST_BYTES))
                : "";
    }
}
