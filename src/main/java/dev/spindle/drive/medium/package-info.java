/** What a drive tells of the medium in it, as records without meaning of their own. Pure. */
@NullMarked
package dev.spindle.drive.medium;

import org.jspecify.annotations.NullMarked;
