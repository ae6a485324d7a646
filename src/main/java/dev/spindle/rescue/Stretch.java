package dev.spindle.rescue;

/**
 * What is to be expected of sectors that are read one after the other until one is bad.
 *
 * @param hope how likely the first one is good, 0 to 1
 * @param allGood how likely none of them is bad, 0 to 1
 * @param sectors how many good ones to expect before that
 */
record Stretch(double hope, double allGood, double sectors) {
    /** Sectors that are all good with the same likelihood, whatever the one before was. */
    static Stretch of(double hope, long sectors) {
        double allGood = Math.pow(hope, (double) sectors);
        double expected = hope < 1 ? hope * (1 - allGood) / (1 - hope) : (double) sectors;
        return new Stretch(hope, allGood, expected);
    }

    /** Sectors of which one is bad, wherever. */
    static Stretch withOneBad(long sectors) {
        return new Stretch(1 - 1.0 / (double) sectors, 0, (double) (sectors - 1) / 2);
    }

    /** These behind a sector that is good with some likelihood. */
    Stretch behind(double likelihood) {
        return new Stretch(likelihood, likelihood * allGood, likelihood * (1 + sectors));
    }

    /** These, if only with that likelihood they are what they seem; else one of them is bad. */
    Stretch orBad(double likelihood) {
        return new Stretch(hope, likelihood * allGood, sectors);
    }
}
