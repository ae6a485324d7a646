package dev.spindle.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.run.RealConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Handing over on real sockets. */
@Tag("unit")
@SuppressWarnings("NullAway.Init")
class OneInstanceTest {
    private final RealConcurrency concurrency = new RealConcurrency();
    private final List<List<String>> taken = Collections.synchronizedList(new ArrayList<>());

    @TempDir Path folder;

    private OneInstance instance() {
        return OneInstance.of(Map.of("XDG_RUNTIME_DIR", folder.toString()), concurrency);
    }

    @Test
    void theFirstIsAlone() {
        assertThat(instance().handOver(List.of("/a.iso"))).isFalse();
    }

    @Test
    void aLaterOneHandsItsFilesOver() {
        try (OneInstance first = instance()) {
            first.listen(taken::add);
            assertThat(instance().handOver(List.of("/a b.iso", "demo:"))).isTrue();
            assertThat(instance().handOver(List.of())).isTrue();
            assertThat(taken).containsExactly(List.of("/a b.iso", "demo:"), List.of());
        }
        assertThat(instance().handOver(List.of())).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void takesOverTheSocketOfADeadInstance() throws Exception {
        Path socket = folder.resolve("spindle.sock");
        var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        dead.bind(UnixDomainSocketAddress.of(socket));
        dead.close();
        assertThat(Files.exists(socket)).isTrue();
        assertThat(instance().handOver(List.of())).isFalse();
        try (OneInstance first = instance()) {
            first.listen(taken::add);
            assertThat(instance().handOver(List.of("/a.iso"))).isTrue();
        }
    }

    @Test
    void doesNotWaitForAnInstanceThatHangs() throws Exception {
        try (var hung = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            hung.bind(UnixDomainSocketAddress.of(folder.resolve("spindle.sock")));
            assertThat(instance().handOver(List.of("/a.iso"))).isFalse();
        }
    }

    @Test
    void eachIsAloneWithoutARuntimeFolder() {
        try (OneInstance lonely = OneInstance.of(Map.of(), concurrency)) {
            lonely.listen(taken::add);
            assertThat(lonely.handOver(List.of("/a.iso"))).isFalse();
        }
    }
}
