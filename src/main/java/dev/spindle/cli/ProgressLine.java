package dev.spindle.cli;

import dev.spindle.range.SizeText;
import dev.spindle.rescue.Outlook;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.RipVerdict;
import dev.spindle.timeline.Sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A snapshot as one line of ASCII. Pure. */
final class ProgressLine {
    private static final int WIDEST_BAR = 24;
    private static final int NARROWEST_BAR = 10;
    private static final String GAP = "  ";

    private ProgressLine() {}

    /**
     * For a terminal: a bar in two layers ({@code #} on the device, {@code =} read), then as many
     * facts as fit, the most wanted first.
     */
    static String render(RipSnapshot snapshot, int width) {
        int bar = Math.clamp(width / 4, NARROWEST_BAR, WIDEST_BAR);
        var line = new StringBuilder(bar(snapshot, bar));
        for (String fact : facts(snapshot)) {
            if (line.length() + GAP.length() + fact.length() > width) {
                break;
            }
            line.append(GAP).append(fact);
        }
        return line.toString();
    }

    /** For a log: the phase and all facts. */
    static String plain(RipSnapshot snapshot) {
        var facts = facts(snapshot);
        return phase(snapshot.phase()) + ": " + String.join(", ", facts).strip();
    }

    private static List<String> facts(RipSnapshot snapshot) {
        Sample sample = snapshot.sample();
        var facts = new ArrayList<String>();
        facts.add(
                percent(snapshot)
                        .map(p -> String.format(Locale.ROOT, "%3d %%", p))
                        .orElse("  ? %"));
        secondsLeft(snapshot).ifPresent(s -> facts.add(Texts.seconds(s) + " left"));
        facts.add(SizeText.formatRate(snapshot.readRate()) + " read");
        facts.add(SizeText.formatRate(snapshot.confirmedRate()) + " confirmed");
        snapshot.destination().ifPresent(kind -> facts.add(kind.family() + " " + sample.health()));
        facts.add("cushion " + Texts.seconds(sample.cushionSeconds()));
        if (sample.chunkBytes() > 0) {
            facts.add("chunk " + SizeText.formatBinary(sample.chunkBytes()));
        }
        if (snapshot.badBytes() > 0) {
            facts.add(Texts.bytes(snapshot.badBytes()) + " bad");
        }
        snapshot.outlook().ifPresent(outlook -> facts.add(outlook(outlook)));
        if (snapshot.stuckCalls() > 0) {
            facts.add(snapshot.stuckCalls() + " calls hang");
        }
        return facts;
    }

    private static String outlook(Outlook outlook) {
        long sectors = Math.round(outlook.sectors());
        return "another "
                + Texts.seconds(outlook.seconds())
                + " for perhaps "
                + sectors
                + (sectors == 1 ? " sector" : " sectors");
    }

    /** Whole percent of what is read; 100 only once it is durable. Empty where the size is open. */
    static Optional<Integer> percent(RipSnapshot snapshot) {
        if (snapshot.totalBytes() <= 0) {
            return Optional.empty();
        }
        if (snapshot.verdict().map(RipVerdict::durable).orElse(false)) {
            return Optional.of(100);
        }
        double share = (double) snapshot.finishedBytes() / snapshot.totalBytes();
        return Optional.of((int) Math.clamp(Math.floor(share * 100), 0, 99));
    }

    private static Optional<Double> secondsLeft(RipSnapshot snapshot) {
        return snapshot.secondsLeft().filter(s -> Double.isFinite(s) && s >= 0);
    }

    private static String bar(RipSnapshot snapshot, int cells) {
        int read = cells(snapshot.finishedBytes(), snapshot.totalBytes(), cells);
        int safe = Math.min(read, cells(safeBytes(snapshot), snapshot.totalBytes(), cells));
        return "[" + "#".repeat(safe) + "=".repeat(read - safe) + "-".repeat(cells - read) + "]";
    }

    /** What was finished, less what this run has read and the device has not confirmed. */
    private static long safeBytes(RipSnapshot snapshot) {
        Sample sample = snapshot.sample();
        long onDevice = Math.max(sample.confirmedBytes(), sample.durableBytes());
        return snapshot.finishedBytes() - Math.max(0, sample.readBytes() - onDevice);
    }

    private static int cells(long bytes, long totalBytes, int cells) {
        if (totalBytes <= 0) {
            return 0;
        }
        return (int) Math.clamp(Math.floor((double) bytes / totalBytes * cells), 0, cells);
    }

    /** What people call a phase. */
    static String phase(Phase phase) {
        return switch (phase) {
            case PREPARING -> "preparing";
            case SWEEPING -> "reading";
            case RETRYING -> "retrying bad spots";
            case MOVING -> "moving";
            case SAVING -> "saving what was read";
            case FLUSHING -> "waiting for the device";
            case FINISHING -> "finishing";
            case READING_BACK -> "reading back";
            case CONFIRMING -> "reading once more";
            case MAKING_TRACKS -> "making tracks";
            case ENDED -> "ended";
        };
    }
}
