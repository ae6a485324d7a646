/** What databases on the network know of a disc with music: their questions and answers; pure. */
@NullMarked
package dev.spindle.audio.lookup;

import org.jspecify.annotations.NullMarked;
