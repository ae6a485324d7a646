package dev.spindle.drive.image;

import dev.spindle.drive.script.Script;
import dev.spindle.drive.script.ScriptException;
import dev.spindle.drive.script.ScriptParser;

import java.io.IOException;

/** Reads script files. */
final class ScriptFiles {
    private final TextFiles texts;

    ScriptFiles(Openings openings) {
        this.texts = new TextFiles(openings);
    }

    /**
     * Reads a script.
     *
     * @param name how the user calls it
     */
    Script read(String name, String path) throws IOException {
        String called = "the script " + name;
        String text = texts.read(called, path, "script");
        try {
            return ScriptParser.parse(text);
        } catch (ScriptException problem) {
            throw new IOException(called + ", " + problem.getMessage(), problem);
        }
    }
}
