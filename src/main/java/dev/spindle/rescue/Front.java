package dev.spindle.rescue;

import dev.spindle.rescue.ReadCommand.Pass;

/**
 * A place at which what was not read can be gone on with, towards higher sectors: drives are slow
 * the other way.
 *
 * @param lba the sector to read first there
 * @param within the run that it lies in; the work there ends at its end
 * @param pass what the work there is called
 * @param hope how likely that sector is good, 0 to 1
 * @param sectorsPerNano what it promises
 */
record Front(long lba, Segment within, Pass pass, double hope, double sectorsPerNano) {}
