import javafx.css.CssParser;
import javafx.css.Stylesheet;

/**
 * Puts our style sheets into JavaFX's binary form: {@code java Sheets.java FOLDER} leaves {@code
 * NAME.bss} beside each {@code NAME.css}. JavaFX takes that of the two where it finds it, whatever
 * its age, and a start need not parse; where it is missing the text does. An editor that builds
 * into the same folder shows what Maven has made last: {@code -Dbinary.css=false} has it take the
 * text.
 */
void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    // Asked for before anything is parsed: until then nobody keeps the errors.
    var errors = CssParser.errorsProperty();
    removeOld(folder);
    try (var files = Files.list(folder)) {
        for (Path sheet : files.filter(file -> file.toString().endsWith(".css")).toList()) {
            String name = sheet.getFileName().toString();
            Path binary = sheet.resolveSibling(name.substring(0, name.length() - 4) + ".bss");
            Stylesheet.convertToBinary(sheet.toFile(), binary.toFile());
            if (!errors.isEmpty()) {
                throw new IllegalArgumentException(sheet + ": " + errors);
            }
        }
    }
}

/** Those of sheets that are no longer there. */
static void removeOld(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
        for (Path old : files.filter(file -> file.toString().endsWith(".bss")).toList()) {
            Files.delete(old);
        }
    }
}
