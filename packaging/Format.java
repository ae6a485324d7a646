import com.google.googlejavaformat.java.Main;

/** Checks the layout of all Java sources, or corrects it: run by Maven with "check" or "apply". */
void main(String[] args) throws Exception {
    boolean apply = args[0].equals("apply");
    var arguments = new ArrayList<>(List.of("--aosp"));
    arguments.addAll(apply ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    for (String root : List.of("src", "packaging")) {
        try (var files = Files.walk(Path.of(root))) {
            files.map(Path::toString)
                    .filter(f -> f.endsWith(".java"))
                    .sorted()
                    .forEach(arguments::add);
        }
    }
    var out = new PrintWriter(System.out, true);
    var err = new PrintWriter(System.err, true);
    int exit = new Main(out, err, System.in).format(arguments.toArray(String[]::new));
    out.flush();
    err.flush();
    if (exit != 0 && !apply) {
        IO.println("Not formatted: the files above. To format them: mvn validate -Dformat=apply");
    }
    System.exit(exit);
}
