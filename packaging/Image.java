import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.spi.ToolProvider;
import java.util.zip.ZipFile;

/**
 * Lays out target/spindle, the program with its own Java: {@code java Image.java TARGET JAR TIME
 * CLASSPATH}. JavaFX becomes part of that Java, all other jars lie beside it. Does nothing when
 * nothing changed since the last time.
 *
 * <p>jpackage would make the same, but its launcher asks rpm and dpkg at every start who owns it,
 * which takes longer than the start itself.
 */
/**
 * java.naming is logback's; java.net.http asks databases of music; sun.misc.Signal, for Ctrl-C,
 * lies in jdk.unsupported.
 */
static final String MODULES =
        "javafx.controls,javafx.fxml,java.logging,java.naming,java.net.http,jdk.unsupported,jdk.zipfs";

/**
 * The JVM writes its own complaints to standard output unless told otherwise. The heap holds
 * little, as the rings lie outside: it begins small, and the collector is the one that needs least
 * for itself (decision 31).
 */
static final String JAVA_OPTIONS =
        "--enable-native-access=ALL-UNNAMED,javafx.graphics -Xlog:disable -Xlog:all=warning:stderr"
                + " -XX:+UseSerialGC -Xms16m"
                // The optimizing compiler comes for what runs ten times as often as Java's defaults
                // say: a window is there before, and a hash gets there within its first 25 MiB.
                + " -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000"
                + " -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000";

/**
 * JNA's own library lies in a folder of ours. Without one for further libraries JNA asks ldconfig
 * for it at each start; the C library, the only one that is opened, is found by its name.
 */
static final String JNA_OPTIONS =
        "-Djna.boot.library.path=%1$s -Djna.platform.library.path=%1$s -Djna.nounpack=true";

static final String LAUNCHER =
        """
        #!/bin/sh
        # Without a UTF-8 locale Java can't tell the names of files with other than ASCII letters.
        case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
            *[Uu][Tt][Ff]*) ;;
            *) export LC_ALL=C.UTF-8 ;;
        esac
        # Many threads, little malloc: two arenas hold less memory than eight for each processor.
        export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"
        # JavaFX has GTK open windows, never draw in OpenGL: without a graphics device GTK would load
        # the imitation of one for nothing.
        [ -e /dev/dri ] || export GDK_GL="${GDK_GL:-disable}"
        self=$(readlink -f "$0")
        lib=${self%/bin/spindle}/lib
        # The start cache holds the window and a rip: to open it takes longer than to tell a version.
        case "$*" in
            --version | -V) cache=-XX:AOTMode=off ;;
            *) cache=-XX:AOTCache=$lib/spindle.aot ;;
        esac
        exec "$lib/runtime/bin/spindle" "$cache" \\
            JNA_OPTIONS \\
            -cp "CLASSPATH" dev.spindle.app.Main "$@"
        """;

void main(String[] args) throws Exception {
    Path target = Path.of(args[0]);
    Path jar = target.resolve(args[1]);
    Path image = target.resolve("spindle");
    Path stamp = target.resolve("spindle.stamp");
    var libraries =
            Stream.of(args[3].split(":")).map(Path::of).filter(Files::isRegularFile).toList();
    var modules =
            libraries.stream()
                    .filter(l -> l.toString().matches(".*/javafx-[^/]*-linux.*"))
                    .toList();
    var others = new ArrayList<>(List.of(jar));
    libraries.stream().filter(l -> !l.toString().contains("/org/openjfx/")).forEach(others::add);

    String inputs = inputs(jar, libraries);
    if (Files.exists(stamp) && Files.readString(stamp).equals(inputs)) {
        IO.println(image + " is up to date");
        return;
    }
    Files.deleteIfExists(stamp);
    delete(image);
    Path lib = Files.createDirectories(image.resolve("lib"));
    Path jars = Files.createDirectories(lib.resolve("app"));
    Path runtime = lib.resolve("runtime");
    jlink(
            "--module-path",
            modules.stream().map(Path::toString).collect(Collectors.joining(":")),
            "--add-modules",
            MODULES,
            "--add-options=" + JAVA_OPTIONS,
            "--strip-java-debug-attributes",
            "--no-man-pages",
            "--no-header-files",
            "--output",
            runtime.toString());
    Files.copy(
            runtime.resolve("bin/java"),
            runtime.resolve("bin/spindle"),
            StandardCopyOption.COPY_ATTRIBUTES);
    for (Path module : modules) {
        unpack(module, ".so", runtime.resolve("lib"));
    }
    for (Path library : others) {
        NewerClasses.copy(library, jars.resolve(library.getFileName()), name -> !isNative(name));
        unpack(library, jnaFolder() + "/libjnidispatch.so", runtime.resolve("lib"));
    }
    var classpath =
            others.stream()
                    .map(l -> "$lib/app/" + l.getFileName())
                    .collect(Collectors.joining(":"));
    Path launcher = Files.createDirectories(image.resolve("bin")).resolve("spindle");
    Files.writeString(
            launcher,
            LAUNCHER.replace("JNA_OPTIONS", JNA_OPTIONS.formatted("\"$lib/runtime/lib\""))
                    .replace("CLASSPATH", classpath));
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    // The start cache knows the jars by their times: packages, whose files all have this one, keep
    // it.
    settle(lib, FileTime.from(Instant.parse(args[2])));
    String absolute = classpath.replace("$lib", lib.toString());
    Path log = target.resolve("training.log");
    Path training = target.resolve("training");
    delete(training);
    Path disc = Files.createDirectories(training).resolve("disc.img");
    // More than one chunk, so that the pipeline comes into its stride.
    Files.write(disc, new byte[16 << 20]);
    // An option that takes a value as well, as most commands have one.
    List<String> rip = List.of("rip", disc.toString(), "-o", training + "/rip", "--policy", "auto");
    if (!train(lib, absolute, log, join("--smoke", rip))) {
        IO.println("The window can't be opened here (" + log + "): its first start will be slower");
        if (!train(lib, absolute, log, rip)) {
            throw new IllegalStateException("The training run failed:\n" + Files.readString(log));
        }
    }
    delete(training);
    Files.writeString(stamp, inputs);
}

/**
 * This machine's are unpacked, and JNA brings those of 26 other systems: 1.7 MB that nobody loads.
 */
static boolean isNative(String entry) {
    return entry.matches(".*\\.(so|dll|jnilib|a)");
}

static void settle(Path folder, FileTime time) throws IOException {
    try (var files = Files.walk(folder)) {
        for (Path file : files.filter(f -> !Files.isSymbolicLink(f)).toList()) {
            Files.setLastModifiedTime(file, time);
        }
    }
}

static List<String> join(String first, List<String> others) {
    return Stream.concat(Stream.of(first), others.stream()).toList();
}

/** Where JNA's jar keeps the library for this machine. */
static String jnaFolder() {
    return switch (System.getProperty("os.arch")) {
        case "amd64", "x86_64" -> "linux-x86-64";
        case "aarch64" -> "linux-aarch64";
        default ->
                throw new IllegalStateException(
                        "Spindle runs on x86-64 and aarch64, not on "
                                + System.getProperty("os.arch"));
    };
}

/** Everything the image is made of, by name, size and time. */
static String inputs(Path jar, List<Path> libraries) throws IOException {
    var text = new StringBuilder(Runtime.version() + "\n");
    for (Path file :
            Stream.concat(
                            Stream.of(
                                    Path.of("packaging/Image.java"),
                                    Path.of("packaging/NewerClasses.java"),
                                    jar),
                            libraries.stream())
                    .toList()) {
        text.append(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file) + "\n");
    }
    return text.toString();
}

static void jlink(String... arguments) {
    var log = new StringWriter();
    var out = new PrintWriter(log);
    if (ToolProvider.findFirst("jlink").orElseThrow().run(out, out, arguments) != 0) {
        throw new IllegalStateException("jlink failed:\n" + log);
    }
}

/** Starts the program once, without a display, and keeps what Java learnt for faster starts. */
static boolean train(Path lib, String classpath, Path log, List<String> arguments)
        throws IOException, InterruptedException {
    Path cache = lib.resolve("spindle.aot");
    var words = new ArrayList<String>();
    words.add(lib.resolve("runtime/bin/spindle").toString());
    words.add("-XX:AOTCacheOutput=" + cache);
    // No machine code: it would be made for this processor, and Java 25 does not ask whether the
    // one that it runs on later can do as much.
    words.addAll(
            List.of(
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:-AOTAdapterCaching",
                    "-XX:-AOTStubCaching"));
    // What it learns to compile with the optimizing compiler, a start would compile with it at
    // once: a quarter of the time to the first frame.
    words.add("-XX:TieredStopAtLevel=3");
    words.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
    words.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
    String natives = lib.resolve("runtime/lib").toString();
    for (String option : JNA_OPTIONS.split(" ")) {
        words.add(option.formatted(natives));
    }
    words.addAll(List.of("-cp", classpath, "dev.spindle.app.Main"));
    words.addAll(arguments);
    var training = new ProcessBuilder(words);
    // The rip of the training is not one for the library of the user who builds.
    Path home = log.resolveSibling("training");
    training.environment().put("XDG_DATA_HOME", home + "/data");
    training.environment().put("XDG_CONFIG_HOME", home + "/config");
    int exit = training.redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
    return exit == 0 && Files.exists(cache);
}

static void unpack(Path jar, String ending, Path directory) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
        for (var entry : zip.stream().filter(e -> e.getName().endsWith(ending)).toList()) {
            Path file = directory.resolve(Path.of(entry.getName()).getFileName());
            Files.copy(zip.getInputStream(entry), file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
