package dev.spindle.rip.verify;

import dev.spindle.range.SizeText;
import dev.spindle.rip.verify.VerifyReport.Outcome;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** The verdict on a rip that was read back, in words. Pure. */
public final class VerifyText {
    /** What to do about a storage that has changed what it got; begins with a space. */
    public static final String KEEP_THE_DISC =
            " The storage did not keep it: keep the disc and rip it again, best onto another"
                    + " device.";

    private VerifyText() {}

    static VerifyReport compared(
            FinishedRip rip, OptionalLong fromMemoryBytes, List<HashCheck> checks) {
        boolean isEqual = checks.stream().allMatch(HashCheck::isEqual);
        String text =
                isEqual
                        ? rip.image() + " is what was ripped: every known hash agrees."
                        : rip.image() + " is not what was ripped." + KEEP_THE_DISC;
        return new VerifyReport(
                isEqual ? Outcome.EQUAL : Outcome.DIFFERENT,
                text + memory(rip.bytes(), fromMemoryBytes),
                rip.image(),
                rip.bytes(),
                fromMemoryBytes,
                checks);
    }

    /**
     * What came from memory proves nothing about the device.
     *
     * @return a sentence that begins with a space; empty where all came from the device
     */
    public static String memory(long ofBytes, OptionalLong fromMemoryBytes) {
        if (fromMemoryBytes.isEmpty()) {
            return " The kernel does not tell whether the device was asked or memory.";
        }
        long bytes = fromMemoryBytes.getAsLong();
        return bytes == 0
                ? ""
                : " Of "
                        + SizeText.format(ofBytes)
                        + ", "
                        + SizeText.format(bytes)
                        + " could not be dropped from memory, so for them the device was not"
                        + " asked.";
    }

    static VerifyReport wrongSize(FinishedRip rip, long rippedBytes) {
        return ended(
                rip,
                Outcome.DIFFERENT,
                rip.image()
                        + " has "
                        + rip.bytes()
                        + " bytes, and "
                        + rippedBytes
                        + " were ripped."
                        + KEEP_THE_DISC);
    }

    static VerifyReport unreadable(FinishedRip rip, IOException problem) {
        return ended(
                rip,
                Outcome.UNREADABLE,
                rip.image() + " can't be read back: " + problem.getMessage() + "." + KEEP_THE_DISC);
    }

    static VerifyReport stopped(FinishedRip rip) {
        return ended(
                rip,
                Outcome.STOPPED,
                "Stopped before all of " + rip.image() + " was read: it was not compared.");
    }

    private static VerifyReport ended(FinishedRip rip, Outcome outcome, String text) {
        return new VerifyReport(
                outcome, text, rip.image(), rip.bytes(), OptionalLong.empty(), List.of());
    }
}
