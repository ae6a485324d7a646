package dev.spindle.drive;

import java.util.Locale;

/**
 * Sense key, additional sense code and qualifier (SPC-4, 4.5).
 *
 * @param key 0 to 15
 * @param asc additional sense code, 0 to 255
 * @param ascq qualifier, 0 to 255
 */
public record Sense(int key, int asc, int ascq) {
    /** Unrecovered read error: 03/11/00. */
    public static final Sense UNRECOVERED_READ_ERROR = new Sense(3, 0x11, 0);

    /** Not ready to ready change, medium may have changed: 06/28/00. */
    public static final Sense MEDIUM_MAY_HAVE_CHANGED = new Sense(6, 0x28, 0);

    /** Medium not present: 02/3A/00. */
    public static final Sense NO_MEDIUM = new Sense(2, 0x3A, 0);

    public Sense {
        if (key < 0 || key > 15 || asc < 0 || asc > 255 || ascq < 0 || ascq > 255) {
            throw new IllegalArgumentException("no sense: " + key + "/" + asc + "/" + ascq);
        }
    }

    /** The outcome that a failed read with this sense is. */
    public ReadOutcome asOutcome() {
        if ((key == 5 && asc == 0x6F) || key == 7) {
            return new ReadOutcome.Protected(this);
        }
        return switch (key) {
            case 2 -> new ReadOutcome.NotReady(this);
            case 3 -> new ReadOutcome.MediumError(this);
            case 6 -> new ReadOutcome.Changed(this);
            case 8 -> new ReadOutcome.MediumError(this);
            default -> new ReadOutcome.Fault(this, "the drive answered " + this);
        };
    }

    /** As in the standards: {@code 03/11/00}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%02X/%02X/%02X", key, asc, ascq);
    }
}
