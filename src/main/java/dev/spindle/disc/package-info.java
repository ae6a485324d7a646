/**
 * What a disc is: kind, label, identity, and the sizes that its structures claim. Pure, over a
 * sector reader that it declares.
 */
@NullMarked
package dev.spindle.disc;

import org.jspecify.annotations.NullMarked;
