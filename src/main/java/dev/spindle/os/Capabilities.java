package dev.spindle.os;

import java.util.List;

/**
 * What this machine can't do for us, found once by asking.
 *
 * @param missing one short sentence for each call that is missing, and what follows; empty on a
 *     current system
 */
public record Capabilities(List<String> missing) {
    public Capabilities {
        missing = List.copyOf(missing);
    }
}
