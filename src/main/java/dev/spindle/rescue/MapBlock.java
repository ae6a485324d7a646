package dev.spindle.rescue;

import dev.spindle.range.ByteRange;

/** A run of bytes of one status. */
public record MapBlock(ByteRange range, SectorStatus status) {}
