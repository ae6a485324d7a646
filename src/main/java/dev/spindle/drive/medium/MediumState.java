package dev.spindle.drive.medium;

/**
 * How a recordable disc stands (MMC-6, READ DISC INFORMATION).
 *
 * @param statusBits bits 1 and 0 of byte 2: 0 blank, 1 appendable, 2 complete, 3 other
 * @param sessions how many there are, an open one included
 */
public record MediumState(int statusBits, boolean isErasable, int sessions) {}
