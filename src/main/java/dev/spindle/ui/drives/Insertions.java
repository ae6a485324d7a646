package dev.spindle.ui.drives;

import dev.spindle.disc.DiscFacts;
import dev.spindle.rip.DriveReport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells discs that were put in from those that have been there. For the interface thread. */
final class Insertions {
    private static final Set<String> EMPTY = Set.of(DriveReport.NO_DISC, DriveReport.TRAY_OPEN);

    /** What was last known to be in each drive; the empty text for no disc. */
    private final Map<String, String> known = new HashMap<>();

    private boolean hasBegun;

    /**
     * Takes a listing.
     *
     * @return the cards whose disc has come since; none for the first listing
     */
    List<DriveCard> in(List<DriveCard> listed) {
        var drives = listed.stream().filter(card -> card.kind() == DriveCard.Kind.DRIVE).toList();
        var fresh = drives.stream().filter(this::isFresh).toList();
        drives.forEach(this::note);
        known.keySet()
                .retainAll(drives.stream().map(DriveCard::address).collect(Collectors.toSet()));
        boolean isFirst = !hasBegun;
        hasBegun = true;
        return isFirst ? List.of() : fresh;
    }

    /** What somebody looked up in between is no news. */
    void note(DriveCard card) {
        var report = card.report();
        report.disc().map(DiscFacts::identity).ifPresent(d -> known.put(card.address(), d));
        if (EMPTY.contains(report.state())) {
            known.put(card.address(), "");
        }
    }

    /** A drive that has told neither disc nor emptiness before may have had its disc all along. */
    private boolean isFresh(DriveCard card) {
        var identity = card.report().disc().map(DiscFacts::identity);
        return identity.isPresent() && !identity.get().equals(known.get(card.address()));
    }
}
