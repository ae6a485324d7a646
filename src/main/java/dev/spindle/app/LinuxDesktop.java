package dev.spindle.app;

import dev.spindle.ui.common.Desktop;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The desktop of a Linux system, by the means of freedesktop.org. Safe for all threads. */
final class LinuxDesktop implements Desktop {
    /** More pictures of one rip than anybody keeps. */
    private static final int MOST_NAMES = 1000;

    private final RecentLog log;
    private final RecentEvents events;
    private final List<String> opener;

    LinuxDesktop(RecentLog log, RecentEvents events) {
        this(log, events, List.of("xdg-open"));
    }

    /** {@code opener} is the command that shows a folder, which becomes its last argument. */
    LinuxDesktop(RecentLog log, RecentEvents events, List<String> opener) {
        this.log = log;
        this.events = events;
        this.opener = List.copyOf(opener);
    }

    @Override
    public void openFolder(String folder) throws IOException {
        var command = new ArrayList<>(opener);
        command.add(folder);
        try {
            // It lives on by itself: what it says and how it ends is between it and the user.
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException missing) {
            throw new IOException(
                    "no file manager can be opened ("
                            + opener.getFirst()
                            + " is missing); look at "
                            + folder,
                    missing);
        }
    }

    @Override
    public String save(String path, byte[] content) throws IOException {
        for (int n = 1; n <= MOST_NAMES; n++) {
            Path target = Path.of(numbered(path, n));
            try {
                return Files.write(target, content, StandardOpenOption.CREATE_NEW).toString();
            } catch (FileAlreadyExistsException taken) {
                // The next one.
            } catch (IOException problem) {
                throw new IOException(
                        target + " can't be written: " + problem.getMessage(), problem);
            }
        }
        throw new IOException(path + " and its " + MOST_NAMES + " numbered names are all taken");
    }

    /** Before the ending: {@code charts.png}, {@code charts-2.png}, … */
    private static String numbered(String path, int n) {
        int dot = path.lastIndexOf('.');
        return n == 1 || dot < 0
                ? path + (n == 1 ? "" : "-" + n)
                : path.substring(0, dot) + "-" + n + path.substring(dot);
    }

    @Override
    public String log() {
        return log.text();
    }

    @Override
    public String events() {
        return events.text();
    }

    @Override
    public String systemFacts() {
        return "Spindle "
                + Version.text()
                + "\nJava "
                + System.getProperty("java.vendor.version", "")
                + " "
                + Runtime.version()
                + "\nJavaFX "
                + System.getProperty("javafx.runtime.version", "")
                + "\n"
                + System.getProperty("os.name", "")
                + " "
                + System.getProperty("os.version", "")
                + " "
                + System.getProperty("os.arch", "")
                + "\nProcessors "
                + Runtime.getRuntime().availableProcessors()
                + ", most memory "
                + Runtime.getRuntime().maxMemory()
                + " bytes\n";
    }
}
