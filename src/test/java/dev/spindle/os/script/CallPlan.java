package dev.spindle.os.script;

import dev.spindle.os.Errno;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;

/** What the script has in store for one call. Where rules meet, the latest decides. */
final class CallPlan {
    Duration cost = Duration.ZERO;
    int mostBytes = Integer.MAX_VALUE;
    @Nullable Errno errno;
    @Nullable Rule hang;
    Optional<Duration> longestHang = Optional.empty();

    void hang(Rule rule, Optional<Duration> longest) {
        hang = rule;
        longestHang = longest;
    }
}
