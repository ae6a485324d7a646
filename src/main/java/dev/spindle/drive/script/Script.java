package dev.spindle.drive.script;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What a drive does wrong, in the order in which it was written. */
public record Script(List<Statement> statements) {
    private static final Script EMPTY = new Script(List.of());

    public Script {
        statements = List.copyOf(statements);
    }

    /** A drive without faults, as fast as can be. */
    public static Script empty() {
        return EMPTY;
    }

    /** All statements of a kind. */
    public <T extends Statement> List<T> all(Class<T> kind) {
        return statements.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public OptionalLong speedBytesPerSecond() {
        return all(Statement.Speed.class).stream()
                .mapToLong(Statement.Speed::bytesPerSecond)
                .findFirst();
    }

    /** The same script with another speed. */
    public Script withSpeed(long bytesPerSecond) {
        var changed = new ArrayList<Statement>();
        changed.add(new Statement.Speed(bytesPerSecond));
        statements.stream().filter(s -> !(s instanceof Statement.Speed)).forEach(changed::add);
        return new Script(changed);
    }
}
