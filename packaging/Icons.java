import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

import javax.imageio.ImageIO;

/**
 * Draws the program's icon in all sizes: {@code java Icons.java MASTER FOLDER} leaves {@code
 * spindle-SIZE.png} in the folder. Window and packages take them from there.
 */
static final int[] SIZES = {16, 22, 24, 32, 48, 64, 128, 256, 512};

void main(String[] args) throws IOException {
    System.setProperty("java.awt.headless", "true");
    var master = new SVGLoader().load(Path.of(args[0]).toUri().toURL());
    if (master == null) {
        throw new IllegalArgumentException(args[0] + " is no SVG");
    }
    Path folder = Files.createDirectories(Path.of(args[1]));
    for (int size : SIZES) {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        master.render(null, graphics, new ViewBox(0, 0, size, size));
        graphics.dispose();
        ImageIO.write(image, "png", folder.resolve("spindle-" + size + ".png").toFile());
    }
}
