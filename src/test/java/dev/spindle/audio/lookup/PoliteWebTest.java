package dev.spindle.audio.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Web;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

@Tag("unit")
@Timeout(30)
class PoliteWebTest {
    private final BatonConcurrency baton = new BatonConcurrency(1, Duration.ofHours(1));
    private final long start = baton.nanoTime();
    private final List<String> asked = new ArrayList<>();
    private final Web web =
            new PoliteWeb(
                    baton,
                    address -> {
                        long millis = (baton.nanoTime() - start) / 1_000_000;
                        asked.add(address + " at " + millis);
                        return new Web.Answer(Web.Answer.OK, new byte[0]);
                    });

    private void get(String address) {
        try {
            var _ = web.get(URI.create(address));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Test
    void asksAServerOnceASecondAndOthersMeanwhile() {
        baton.run(() -> {
            get("http://one/a");
            get("http://two/b");
            get("http://one/c");
            get("http://one/d");
            get("http://two/e");
        });
        assertThat(asked)
                .containsExactly(
                        "http://one/a at 0",
                        "http://two/b at 0",
                        "http://one/c at 1000",
                        "http://one/d at 2000",
                        "http://two/e at 2000");
    }
}
