package dev.spindle.ui;

import atlantafx.base.theme.Theme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The looked-up colours of a theme together with ours, and how they contrast. */
final class CssColours {
    private static final Pattern TOKEN =
            Pattern.compile("(-(?:color|spindle|ink)-[a-z0-9-]+)\\s*:\\s*([^;]+);");
    private static final Pattern RGB = Pattern.compile("rgba?\\(([^)]*)\\)");

    private final Map<String, String> tokens = new HashMap<>();

    CssColours(Theme theme) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        Theme.class.getResourceAsStream(theme.getUserAgentStylesheet()))) {
            take(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        take(Files.readString(Path.of("src/main/resources/dev/spindle/ui/spindle.css")));
    }

    /** The first definition is that of the root; controls define theirs further below. */
    private void take(String css) {
        var match = TOKEN.matcher(css);
        while (match.find()) {
            tokens.putIfAbsent(match.group(1), match.group(2).strip());
        }
    }

    /** Of a colour on others that lie on the window's background, the lowest first. */
    double contrast(String colour, String... below) {
        double[] ground = rgba("-color-bg-default");
        for (String layer : below) {
            ground = over(rgba(layer), ground);
        }
        return contrast(over(rgba(colour), ground), ground);
    }

    /** WCAG 2.2, "contrast ratio". */
    private static double contrast(double[] one, double[] other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** WCAG 2.2, "relative luminance". */
    private static double luminance(double[] colour) {
        return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static double[] over(double[] upper, double[] lower) {
        double share = upper[3];
        var mixed = new double[] {0, 0, 0, 1};
        for (int i = 0; i < 3; i++) {
            mixed[i] = upper[i] * share + lower[i] * (1 - share);
        }
        return mixed;
    }

    /** Red, green, blue and opacity, each from 0 to 1. */
    private double[] rgba(String token) {
        String value = token;
        while (value.startsWith("-")) {
            value = Objects.requireNonNull(tokens.get(value), value);
        }
        var rgb = RGB.matcher(value);
        if (rgb.matches()) {
            String[] parts = rgb.group(1).split(",");
            double opacity = parts.length > 3 ? Double.parseDouble(parts[3].strip()) : 1;
            return new double[] {
                Integer.parseInt(parts[0].strip()) / 255.0,
                Integer.parseInt(parts[1].strip()) / 255.0,
                Integer.parseInt(parts[2].strip()) / 255.0,
                opacity
            };
        }
        if (!value.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException(token + " is no colour: " + value);
        }
        int hex = Integer.parseInt(value.substring(1), 16);
        return new double[] {
            (hex >> 16) / 255.0, (hex >> 8 & 0xFF) / 255.0, (hex & 0xFF) / 255.0, 1
        };
    }
}
