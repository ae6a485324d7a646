package dev.spindle.audio.lookup;

import dev.spindle.os.Web;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Asks each server at most once a second, as MusicBrainz wants it (musicbrainz.org, "Rate
 * limiting"). Safe for all threads.
 */
public final class PoliteWeb implements Web {
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Concurrency concurrency;
    private final Web web;
    private final Gate gate;
    private final Map<String, Long> freeAtNanos = new HashMap<>();

    public PoliteWeb(Concurrency concurrency, Web web) {
        this.concurrency = concurrency;
        this.web = web;
        this.gate = concurrency.gate("polite web");
    }

    @Override
    public Answer get(URI address) throws IOException {
        long waitNanos = turn(String.valueOf(address.getHost()));
        if (waitNanos > 0) {
            gate.pause(concurrency.in(Duration.ofNanos(waitNanos)), StopToken.never());
        }
        return web.get(address);
    }

    /** Takes the next turn; gives how long it is until then. */
    private long turn(String host) {
        return gate.read(() -> {
            long now = concurrency.nanoTime();
            long turn = Math.max(now, freeAtNanos.getOrDefault(host, now));
            freeAtNanos.put(host, turn + BETWEEN.toNanos());
            return turn - now;
        });
    }
}
