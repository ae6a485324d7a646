package dev.spindle.drive;

import java.util.Locale;

/**
 * Sense key, additional sense code and qualifier (SPC-4, 4.5). Meanings of codes: SPC-4, annex F;
 * Linux drivers/scsi/sense_codes.h.
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

    /** Logical unit communication time-out: 04/08/01. */
    public static final Sense NO_ANSWER = new Sense(4, 0x08, 0x01);

    /** Logical block address out of range: 05/21/00. */
    public static final Sense OUT_OF_RANGE = new Sense(5, 0x21, 0);

    private static final int PARAMETERS_CHANGED = 0x2A;
    private static final int INSUFFICIENT_TIME = 0x2E;
    private static final int ILLEGAL_MODE_FOR_TRACK = 0x64;

    public Sense {
        if (key < 0 || key > 15 || asc < 0 || asc > 255 || ascq < 0 || ascq > 255) {
            throw new IllegalArgumentException("no sense: " + key + "/" + asc + "/" + ascq);
        }
    }

    /** Whether the drive says that its disc may be another one, in whatever words. */
    public boolean tellsOfAnotherMedium() {
        return key == MEDIUM_MAY_HAVE_CHANGED.key && asc == MEDIUM_MAY_HAVE_CHANGED.asc;
    }

    /** Whether the drive says that no disc is in it. */
    public boolean isNoMedium() {
        return key == 2 && asc == 0x3A;
    }

    /** Whether the disc will be there by itself in a while: spinning up, an operation running. */
    public boolean isBecomingReady() {
        return key == 2 && (asc == 0x3E || (asc == 0x04 && ascq != 0x02 && ascq != 0x03));
    }

    /** Whether the drive waits to be told to start: 02/04/02. */
    public boolean wantsStart() {
        return key == 2 && asc == 0x04 && ascq == 0x02;
    }

    /** The outcome that a failed read with this sense is. */
    public ReadOutcome asOutcome() {
        if ((key == 5 && asc == 0x6F) || key == 7) {
            return new ReadOutcome.Protected(this);
        }
        return switch (key) {
            case 2 -> new ReadOutcome.NotReady(this);
            case 3 -> new ReadOutcome.MediumError(this);
            case 5 -> illegalRequest();
            case 6 -> unitAttention();
            case 8 -> new ReadOutcome.MediumError(this);
            default -> fault();
        };
    }

    /**
     * A sector of another kind than the command is for can't be had by it: a fact about the disc.
     */
    private ReadOutcome illegalRequest() {
        return asc == ILLEGAL_MODE_FOR_TRACK ? new ReadOutcome.MediumError(this) : fault();
    }

    /** Some attentions say nothing of the disc: the command is just sent again. */
    private ReadOutcome unitAttention() {
        return asc == PARAMETERS_CHANGED || asc == INSUFFICIENT_TIME
                ? fault()
                : new ReadOutcome.Changed(this);
    }

    private ReadOutcome fault() {
        return new ReadOutcome.Fault(this, "the drive answered " + this);
    }

    /** As in the standards: {@code 03/11/00}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%02X/%02X/%02X", key, asc, ascq);
    }
}
