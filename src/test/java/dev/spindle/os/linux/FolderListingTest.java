package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.OsException;
import dev.spindle.os.Storage.How;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

@Tag("unit")
class FolderListingTest {
    @Test
    void capturedEntries() {
        byte[] captured =
                HexFormat.of()
                        .parseHex(
                                "9bc12000000000005111d60e03fb2d3e1800042e00000000a1c1200000000000"
                                    + "1eba4030d7643a582800084dc3bc6c6c2e69736f2e7061727400000000000000"
                                    + "94c12000000000008781b4acbd3efd6a1800042e2e000000a0c1200000000000"
                                    + "ffffffffffffff7f1800086100000000");

        assertThat(FolderListing.parse(captured, captured.length))
                .containsExactly("Müll.iso.part", "a");
        assertThat(FolderListing.parse(captured, 0)).isEmpty();
    }

    @Test
    void moreNamesThanOneBufferHolds(@TempDir Path folder) throws OsException {
        var storage = new LinuxStorage();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String name = "ü".repeat(100) + i;
            names.add(name);
            storage.open(folder + "/" + name, How.CREATE_NEW).close();
        }

        assertThat(storage.list(folder.toString())).containsExactlyInAnyOrderElementsOf(names);
    }
}
