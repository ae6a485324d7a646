package dev.spindle.ui.rip;

import dev.spindle.rip.ReadSpeed;

import java.util.Optional;

/** The speeds of reading that can be chosen while a rip runs. */
public enum SpeedWish {
    FASTEST(0),
    X16(16),
    X8(8),
    X4(4),
    X2(2),
    X1(1);

    private final int times;

    SpeedWish(int times) {
        this.times = times;
    }

    /** Empty for the fastest. */
    Optional<ReadSpeed> speed() {
        return times == 0 ? Optional.empty() : Optional.of(new ReadSpeed.Times(times));
    }
}
