package dev.spindle.rip.record;

/**
 * How the bytes were written back.
 *
 * @param policy its name, as {@code --policy} takes it
 * @param controller its name, as {@code --controller} takes it; {@code none} where there is none
 * @param chunkBytes the chunk that the controller was told to start with; 0 for its own start
 * @param mechanism how chunks were kicked and confirmed; empty until it is known
 */
public record WritebackRecord(
        String policy, String controller, long chunkBytes, String mechanism) {}
