package dev.spindle.ui.options;

import dev.spindle.writeback.Mechanism;

import java.util.Arrays;
import java.util.Optional;

/** How steady is to write: by asking the file, or by this mechanism. */
public enum MechanismWish {
    AUTO(Optional.empty()),
    DIRECT(Optional.of(Mechanism.DIRECT)),
    DONTCACHE(Optional.of(Mechanism.DONTCACHE)),
    RANGE(Optional.of(Mechanism.RANGE)),
    DATASYNC(Optional.of(Mechanism.DATASYNC));

    private final Optional<Mechanism> mechanism;

    MechanismWish(Optional<Mechanism> mechanism) {
        this.mechanism = mechanism;
    }

    static MechanismWish of(Optional<Mechanism> mechanism) {
        return Arrays.stream(values())
                .filter(wish -> wish.mechanism.equals(mechanism))
                .findFirst()
                .orElse(AUTO);
    }

    /** Empty to find it by asking the file. */
    public Optional<Mechanism> mechanism() {
        return mechanism;
    }
}
