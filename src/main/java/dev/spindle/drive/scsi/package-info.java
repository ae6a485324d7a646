/**
 * The language of optical drives: commands of MMC-6 and SPC-4 as typed requests, replies as
 * records, and what a reply means for a read. Pure: bytes in, records out. Whatever bytes a drive
 * sends, nothing is thrown but {@link dev.spindle.drive.scsi.BadReplyException}.
 */
@NullMarked
package dev.spindle.drive.scsi;

import org.jspecify.annotations.NullMarked;
