package dev.spindle.cli.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A shell that can complete Spindle's commands, options, files and folders. */
public enum Shell {
    /** GNU bash, as its manual says under "Programmable Completion". */
    BASH {
        @Override
        public String completion(List<CommandWords> commands) {
            return BashCompletion.of(commands);
        }
    },
    /** zsh, by the functions of zshcompsys(1). */
    ZSH {
        @Override
        public String completion(List<CommandWords> commands) {
            return ZshCompletion.of(commands);
        }
    },
    /** fish, by its command {@code complete}. */
    FISH {
        @Override
        public String completion(List<CommandWords> commands) {
            return FishCompletion.of(commands);
        }
    };

    /** A script that the shell reads by itself when it lies where the shell looks for it. */
    public abstract String completion(List<CommandWords> commands);

    /** The shell of that name, in small letters. */
    public static Optional<Shell> named(String name) {
        return List.of(values()).stream().filter(s -> s.word().equals(name)).findAny();
    }

    /** Its name as it is typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
