package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the system tells of device nodes. */
@Tag("unit")
class LinuxDeviceFactsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private void process(String id, String name, String... open) throws IOException {
        Path fds = Files.createDirectories(folder.resolve(id).resolve("fd"));
        Files.writeString(folder.resolve(id).resolve("comm"), name + "\n");
        for (int i = 0; i < open.length; i++) {
            Files.createSymbolicLink(fds.resolve(Integer.toString(i)), Path.of(open[i]));
        }
    }

    @Test
    void whoHasTheDeviceOpenIsNamed() throws Exception {
        process("812", "wodim", "/dev/null", "/dev/sr9");
        process("813", "bash", "/dev/null");
        process("net", "no process", "/dev/sr9");
        Files.createDirectories(folder.resolve("814"));
        assertThat(new LinuxDeviceFacts(folder).users("/dev/sr9"))
                .containsExactly("wodim (process 812)");
    }

    @Test
    void whatThisProgramHasOpenIsNoOthers() throws Exception {
        process("self", "java", "/dev/sr9");
        assertThat(new LinuxDeviceFacts(folder).isUsedByUs("/dev/sr9")).isTrue();
        assertThat(new LinuxDeviceFacts(folder).isUsedByUs("/dev/sr8")).isFalse();
        assertThat(new LinuxDeviceFacts(folder).users("/dev/sr9")).isEmpty();
    }

    @Test
    void whereLinksLead() throws Exception {
        Path node = Files.writeString(folder.resolve("node"), "");
        Path link = Files.createSymbolicLink(folder.resolve("link"), node);
        var facts = new LinuxDeviceFacts();
        assertThat(facts.canonicalPath(link.toString())).isEqualTo(node.toRealPath().toString());
        assertThat(facts.canonicalPath("/dev/not-there")).isEqualTo("/dev/not-there");
    }

    @Test
    void theGroupThatOwnsANode() {
        var facts = new LinuxDeviceFacts();
        assertThat(facts.group("/dev/null")).isPresent();
        assertThat(facts.group("/dev/not-there")).isEmpty();
    }

    @Test
    void aFolderWhereNoDeviceIsMountedHasNone() {
        var facts = new LinuxDeviceFacts();
        assertThat(facts.deviceMountedAt("/proc")).isEmpty();
        assertThat(facts.deviceMountedAt(folder.toString())).isEmpty();
        assertThat(facts.deviceMountedAt("/not/there")).isEmpty();
    }

    @Test
    void whatIsNotMountedHasNoMountPoints() {
        assertThat(new LinuxDeviceFacts().mountPoints("/dev/null")).isEmpty();
    }
}
