package dev.spindle.disc.iso;

import dev.spindle.disc.text.DiscText;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Puts the entries of one record together. Offsets are RRIP 1.12's byte positions less one. */
final class RockRidgeReader {
    /** Flags of NM and of the components of SL (4.1.4, 4.1.3.1). */
    private static final int CONTINUES = 1;

    private static final int CURRENT = 2;
    private static final int PARENT = 4;
    private static final int ROOT = 8;

    /** Longest name and target that are kept; Linux can use 255 and 4095 (limits.h). */
    private static final int MOST_NAME_BYTES = 1024;

    private static final int MOST_TARGET_BYTES = 4096;

    /** Flags of TF (4.1.6): which stamps there are, in this order, and their form. */
    private static final int CREATION = 1;

    private static final int MODIFICATION = 2;
    private static final int LONG_FORM = 0x80;

    private final ByteArrayOutputStream name = new ByteArrayOutputStream();
    private final ByteArrayOutputStream target = new ByteArrayOutputStream();
    private boolean hasTarget;
    private boolean componentGoesOn = true;
    private OptionalInt mode = OptionalInt.empty();
    private Optional<Instant> modified = Optional.empty();
    private OptionalLong child = OptionalLong.empty();
    private boolean isRelocated;
    private OptionalLong sparseBytes = OptionalLong.empty();
    private OptionalLong inflatedBytes = OptionalLong.empty();

    void take(SystemUseEntry entry) {
        if (entry.is("NM")) {
            takeName(entry);
        } else if (entry.is("PX")) {
            mode = OptionalInt.of((int) entry.u32(4));
        } else if (entry.is("SL")) {
            takeTarget(entry);
        } else if (entry.is("TF")) {
            takeTimes(entry);
        } else if (entry.is("CL")) {
            child = OptionalLong.of(entry.u32(4));
        } else if (entry.is("RE")) {
            isRelocated = true;
        } else if (entry.is("SF")) {
            takeSparse(entry);
        } else if (entry.is("ZF") && entry.u8(4) == 'p' && entry.u8(5) == 'z') {
            inflatedBytes = OptionalLong.of(entry.u32(8));
        }
    }

    RockRidge result() {
        return new RockRidge(
                name.size() == 0
                        ? Optional.empty()
                        : Optional.of(DiscText.posix(name.toByteArray())),
                mode,
                hasTarget ? Optional.of(DiscText.posix(target.toByteArray())) : Optional.empty(),
                modified,
                child,
                isRelocated,
                sparseBytes,
                inflatedBytes);
    }

    private void takeName(SystemUseEntry entry) {
        boolean isSpecial = (entry.u8(4) & (CURRENT | PARENT)) != 0;
        if (!isSpecial && name.size() < MOST_NAME_BYTES) {
            name.writeBytes(entry.bytes(5, entry.lengthBytes()));
        }
    }

    /** Components with slashes between them, unless one goes on in the next (4.1.3.1). */
    private void takeTarget(SystemUseEntry entry) {
        hasTarget = true;
        int at = 5;
        while (at + 2 <= entry.lengthBytes() && target.size() < MOST_TARGET_BYTES) {
            int flags = entry.u8(at);
            int length = entry.u8(at + 1);
            if (!componentGoesOn) {
                target.write('/');
            }
            if ((flags & CURRENT) != 0) {
                target.write('.');
            } else if ((flags & PARENT) != 0) {
                target.writeBytes(new byte[] {'.', '.'});
            } else if ((flags & ROOT) != 0) {
                target.write('/');
            } else {
                target.writeBytes(entry.bytes(at + 2, at + 2 + length));
            }
            componentGoesOn = (flags & (CONTINUES | ROOT)) != 0;
            at += 2 + length;
        }
    }

    private void takeTimes(SystemUseEntry entry) {
        int flags = entry.u8(4);
        int bytes = (flags & LONG_FORM) != 0 ? IsoDates.LONG_BYTES : IsoDates.SHORT_BYTES;
        int at = 5 + ((flags & CREATION) != 0 ? bytes : 0);
        if ((flags & MODIFICATION) != 0 && at + bytes <= entry.lengthBytes()) {
            modified = IsoDates.of(entry.bytes(at, at + bytes));
        }
    }

    /** High and low half of the length; the form of RRIP 1.10 has only the low one. */
    private void takeSparse(SystemUseEntry entry) {
        boolean hasHighHalf = entry.lengthBytes() >= 21;
        long high = hasHighHalf ? entry.u32(4) & 0x7FFF_FFFFL : 0;
        sparseBytes = OptionalLong.of(high << 32 | entry.u32(hasHighHalf ? 12 : 4));
    }
}
