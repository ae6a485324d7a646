/**
 * Says in one line what the window tests lack: run by Maven before the tests. JavaFX draws text
 * with Pango even without a display; nothing else beyond JDK and Maven is needed. Its arguments are
 * skipTests and maven.test.skip: where either is set, no test needs anything.
 */
static final String LIBRARY = "libpangoft2-1.0.so.0";

static final List<String> FOLDERS =
        List.of(
                "/usr/lib",
                "/lib",
                "/usr/lib64",
                "/usr/local/lib",
                "/usr/lib/x86_64-linux-gnu",
                "/usr/lib/aarch64-linux-gnu");

void main(String[] args) {
    boolean skipped = !Stream.of(args).allMatch("false"::equals);
    if (skipped || FOLDERS.stream().anyMatch(f -> Files.exists(Path.of(f, LIBRARY)))) {
        return;
    }
    System.err.println("The window tests need one library: apt-get install -y libpangoft2-1.0-0");
    System.exit(1);
}
