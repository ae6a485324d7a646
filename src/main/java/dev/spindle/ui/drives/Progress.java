package dev.spindle.ui.drives;

import java.util.Map;

/**
 * How far what was asked of each drive is.
 *
 * @param running by address, whether it is under way
 * @param problems by address, why it failed
 */
public record Progress(Map<String, Boolean> running, Map<String, String> problems) {
    static final Progress NONE = new Progress(Map.of(), Map.of());

    public Progress {
        running = Map.copyOf(running);
        problems = Map.copyOf(problems);
    }

    public boolean isRunning(String address) {
        return running.getOrDefault(address, false);
    }

    public String problem(String address) {
        return problems.getOrDefault(address, "");
    }
}
