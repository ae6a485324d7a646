package dev.spindle.disc.sector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads each sector once, as long as it is remembered: a drive may need a minute to tell that one
 * is bad. Keeps to a {@link ReadBudget}. One thread at a time.
 */
public final class SectorCache {
    private final SectorReader reader;
    private final long sectors;
    private final ReadBudget budget;
    private final Map<Long, Optional<Sector>> known = new LinkedHashMap<>(64, 0.75f, true);
    private long fetched;
    private long looks;
    private int failures;

    /** For the first structures. */
    public SectorCache(SectorReader reader, long sectors) {
        this(reader, sectors, ReadBudget.FACTS);
    }

    /**
     * @param sectors how many the disc has, a partial last one included
     */
    public SectorCache(SectorReader reader, long sectors, ReadBudget budget) {
        this.reader = reader;
        this.sectors = sectors;
        this.budget = budget;
    }

    /** How many sectors the disc has. */
    public long sectors() {
        return sectors;
    }

    /** A sector; empty where it can't be read, does not exist, or the budget is spent. */
    public Optional<Sector> read(long lba) {
        if (lba < 0 || lba >= sectors) {
            return Optional.empty();
        }
        looks++;
        var remembered = known.get(lba);
        if (remembered != null) {
            return remembered;
        }
        return isSpent() ? Optional.empty() : fetch(lba);
    }

    /**
     * A sector that structures can't do without.
     *
     * @param what of what it is a part, to begin a sentence with: "the folder PHOTOS"
     */
    public Sector need(long lba, String what) throws DiscException {
        var sector = read(lba);
        if (sector.isPresent()) {
            return sector.get();
        }
        checkBudget();
        throw new DiscException(
                what
                        + (lba < 0 || lba >= sectors
                                ? " lies outside of the disc, at sector "
                                : " can't be read at sector ")
                        + lba);
    }

    /** Refuses the disc where more of it was asked for than any real one needs. */
    public void checkBudget() throws DiscException {
        if (failures > budget.failures()) {
            throw new DiscException(
                    "more than " + budget.failures() + " sectors of its structures can't be read");
        }
        if (isSpent()) {
            throw new DiscException("its structures go on for longer than those of any real disc");
        }
    }

    private boolean isSpent() {
        return looks > budget.looks() || fetched > budget.fetched() || failures > budget.failures();
    }

    private Optional<Sector> fetch(long lba) {
        long first = lba - lba % budget.run();
        int count = (int) Math.min(budget.run(), sectors - first);
        if (count > 1) {
            var run = reader.read(first, count);
            fetched += count;
            if (run.isPresent()) {
                for (int i = 0; i < count; i++) {
                    remember(first + i, Optional.of(Sector.at(run.get(), i)));
                }
                return Optional.of(Sector.at(run.get(), (int) (lba - first)));
            }
        }
        fetched++;
        var sector = reader.read(lba).map(Sector::new);
        failures += sector.isPresent() ? 0 : 1;
        remember(lba, sector);
        return sector;
    }

    private void remember(long lba, Optional<Sector> sector) {
        known.put(lba, sector);
        if (known.size() > budget.remembered()) {
            known.remove(known.keySet().iterator().next());
        }
    }
}
