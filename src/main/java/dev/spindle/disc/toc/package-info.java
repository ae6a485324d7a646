/** What a drive tells of tracks and sessions, as records, and what follows from it. Pure. */
@NullMarked
package dev.spindle.disc.toc;

import org.jspecify.annotations.NullMarked;
