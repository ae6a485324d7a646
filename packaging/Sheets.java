import javafx.css.CssParser;
import javafx.css.Stylesheet;

/**
 * Puts our style sheets into JavaFX's binary form: {@code java Sheets.java FOLDER} leaves {@code
 * NAME.bss} beside each {@code NAME.css}. JavaFX takes that of the two where it finds it, and a
 * start need not parse; where it is missing, as in an editor's own build, the text does.
 */
void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    try (var files = Files.list(folder)) {
        for (Path sheet : files.filter(file -> file.toString().endsWith(".css")).toList()) {
            String name = sheet.getFileName().toString();
            Path binary = sheet.resolveSibling(name.substring(0, name.length() - 4) + ".bss");
            Stylesheet.convertToBinary(sheet.toFile(), binary.toFile());
            if (!CssParser.errorsProperty().isEmpty()) {
                throw new IllegalArgumentException(sheet + ": " + CssParser.errorsProperty());
            }
        }
    }
}
