package dev.spindle.cli.shell;

import java.util.List;
import java.util.stream.Collectors;

/** The manual page, in the man(7) macros of roff. */
public final class ManualPage {
    private static final String HEAD =
            """
            .TH SPINDLE 1 "" "Spindle @VERSION@" "User Commands"
            .SH NAME
            spindle \\- rip optical discs to files, and show where every second goes
            .SH SYNOPSIS
            .B spindle
            .RI [ FILE ...]
            .br
            .B spindle
            .I COMMAND
            .RI [ OPTION ...]
            .SH DESCRIPTION
            Without a command Spindle opens its window, with the disc images that are named.
            .PP
            A command does without the window. Progress goes to standard error, results to standard output.
            DRIVE is a device such as
            .IR /dev/sr0 ,
            an image file, or
            .B demo:
            for the built-in demo disc.
            SIZE is written like 64M (of 1024 \\(mu 1024 bytes), 8MB (of 1 000 000) or 4096.
            .SH COMMANDS
            """;

    private static final String TAIL =
            """
            .SH EXIT STATUS
            .TS
            l l.
            0	complete
            1	wrong option, drive, name or script
            2	finished with holes, or the image is shorter than its file system says
            3	stopped by the user; the same command goes on from there
            4	the destination refused or failed
            5	the drive failed or vanished
            6	protected disc
            7	everything was read, but the storage has not confirmed it
            70	a fault of Spindle's own
            .TE
            .SH SIGNALS
            .TP
            .BR SIGINT ", " SIGTERM
            .B spindle rip
            stops, and saves what was read; a second one gives up what is not saved yet
            .TP
            .B SIGUSR1
            what
            .B spindle rip
            has read is good enough: it reads no more, and ends as at its own end, with holes
            .SH FILES
            .TP
            .I NAME.iso.part
            the image while it is being ripped
            .TP
            .I NAME.iso
            the image, once it is durable
            .TP
            .I NAME.map
            which sectors are finished, bad or not tried, as ddrescue(1) reads it
            .TP
            .I NAME.sha256
            for sha256sum(1)
            .TP
            .I NAME.rip.json
            drive, disc, destination, times, charts and verdict
            .SH SEE ALSO
            .BR ddrescue (1),
            .BR sha256sum (1)
            """;

    private ManualPage() {}

    /** The whole page. */
    public static String of(String version, List<CommandWords> commands) {
        return "'\\\" t\n"
                + HEAD.replace("@VERSION@", text(version))
                + commands.stream().map(ManualPage::command).collect(Collectors.joining())
                + TAIL;
    }

    private static String command(CommandWords command) {
        String operands = String.join(" ", command.operands());
        return ".SS \"spindle "
                + text(command.name())
                + (operands.isEmpty() ? "" : " " + text(operands))
                + "\"\n"
                + text(command.description())
                + "\n"
                + command.options().stream().map(ManualPage::option).collect(Collectors.joining());
    }

    private static String option(OptionWords option) {
        String names =
                option.names().stream()
                        .map(name -> "\\fB" + text(name) + "\\fR")
                        .collect(Collectors.joining(", "));
        String argument = option.argument().map(a -> " \\fI" + text(a) + "\\fR").orElse("");
        return ".TP\n" + names + argument + "\n" + text(option.description()) + "\n";
    }

    /** A backslash and a leading dot or quote are roff's own; a hyphen is meant to be typed. */
    private static String text(String plain) {
        String escaped = plain.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
