/** Folders and files of a disc, where their bytes lie, and the way back from a sector. Pure. */
@NullMarked
package dev.spindle.disc.tree;

import org.jspecify.annotations.NullMarked;
