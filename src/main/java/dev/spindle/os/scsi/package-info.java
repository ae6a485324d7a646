/**
 * What Spindle asks of a device that takes SCSI commands: a command in, a reply out, nothing
 * understood. {@code os.linux} answers by SG_IO; tests answer with recorded bytes.
 */
@NullMarked
package dev.spindle.os.scsi;

import org.jspecify.annotations.NullMarked;
