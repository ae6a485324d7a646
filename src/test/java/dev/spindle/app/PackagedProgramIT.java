package dev.spindle.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts the packaged program as a user would, with an empty environment and no installed Java. */
@Tag("image")
class PackagedProgramIT {
    @TempDir Path folder;

    private record Ended(int exit, String out, String err) {}

    /** Spelt as bytes: the Java of this test may run in the C locale too. */
    private static final String UMLAUTS =
            """
            folder=$(printf 'Gr\\303\\274n')
            image=$(printf 'F\\303\\274\\303\\237e.iso')
            mkdir "$folder" && cp plain.iso "$image" && exec "$1" rip "$image" -o "$folder"
            """;

    @Test
    void tellsItsVersion() throws Exception {
        var ended = spindle("", "--version");
        assertThat(ended.out).isEqualTo("spindle " + System.getProperty("spindle.version") + "\n");
        assertThat(ended.exit).isZero();
        assertThat(spindle("", "-V")).as("the same in short").isEqualTo(ended);
        assertThat(spindle("", "--version", "--verbose"))
                .as("what the command line answers, without the short cut")
                .isEqualTo(ended);
    }

    @Test
    void opensItsWindow() throws Exception {
        var ended = spindle("-Dglass.platform=Headless -Dprism.order=sw", "--smoke");
        assertThat(ended.exit).as(ended.err).isZero();
        assertThat(ended.out).matches("first frame after [0-9.]+ s\\R");
    }

    @Test
    void saysInOneSentenceThatThereIsNoDisplay() throws Exception {
        var ended = spindle("");
        assertThat(ended.exit).isEqualTo(1);
        assertThat(ended.err).contains("can't open a window").contains("spindle demo");
        assertThat(ended.err.lines().filter(l -> l.startsWith("\tat "))).isEmpty();
    }

    @Test
    void ripsAnImageToADurableFileWithItsHash() throws Exception {
        Path image = folder.resolve("disc.iso");
        var content = new byte[5 * 1024 * 1024 + 1024];
        new java.util.SplittableRandom(7).nextBytes(content);
        Files.write(image, content);
        Path out = folder.resolve("out");

        var ended = spindle("", "rip", image.toString(), "-o", out.toString(), "--json");

        assertThat(ended.exit).as(ended.err).isZero();
        assertThat(Files.mismatch(image, out.resolve("disc.iso"))).isEqualTo(-1);
        assertThat(Files.readString(out.resolve("disc.sha256")))
                .isEqualTo(sha256(content) + "  disc.iso\n");
        assertThat(ended.out).contains("\"outcome\":\"COMPLETE\"").contains("\"durable\":");
        try (var files = Files.list(out)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "disc.iso", "disc.map", "disc.sha256", "disc.rip.json");
        }
    }

    @Test
    void verifiesWhatItRipped() throws Exception {
        Path image = folder.resolve("disc.iso");
        Files.write(image, new byte[3 * 1024 * 1024]);
        Path out = folder.resolve("out");
        assertThat(spindle("", "rip", image.toString(), "-o", out.toString()).exit).isZero();
        Path ripped = out.resolve("disc.iso");

        var kept = spindle("", "verify", ripped.toString());
        assertThat(kept.exit).as(kept.err).isZero();
        assertThat(kept.out).contains("every known hash agrees").contains("sha256");

        byte[] changed = Files.readAllBytes(ripped);
        changed[1_000_000] = 1;
        Files.write(ripped, changed);
        var lost = spindle("", "verify", ripped.toString(), "--json");
        assertThat(lost.exit).as(lost.err).isEqualTo(4);
        assertThat(lost.out).contains("\"outcome\":\"DIFFERENT\"").contains("keep the disc");
    }

    /** The environment is empty, so the locale is C: names must get through all the same. */
    @Test
    void takesNamesWithOtherLettersInAnyLocale() throws Exception {
        Path image = folder.resolve("plain.iso");
        Files.write(image, new byte[4096]);
        String program = System.getProperty("spindle.image") + "/bin/spindle";
        var builder =
                new ProcessBuilder("/bin/sh", "-c", UMLAUTS, "sh", program)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("stdout").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        // What it remembers of this rip is none of the user's business who builds it.
        builder.environment().put("XDG_DATA_HOME", folder + "/data");
        builder.environment().put("XDG_CONFIG_HOME", folder + "/config");
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(folder.resolve("stdout"))).isZero();
    }

    private Ended spindle(String javaOptions, String... arguments)
            throws IOException, InterruptedException {
        var command =
                new ArrayList<>(List.of(System.getProperty("spindle.image") + "/bin/spindle"));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        var builder =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        // What it remembers of this rip is none of the user's business who builds it.
        builder.environment().put("XDG_DATA_HOME", folder + "/data");
        builder.environment().put("XDG_CONFIG_HOME", folder + "/config");
        if (!javaOptions.isEmpty()) {
            builder.environment().put("JAVA_TOOL_OPTIONS", javaOptions);
        }
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends within a minute").isTrue();
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
