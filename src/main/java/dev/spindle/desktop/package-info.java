/**
 * Manners on a desktop: notifications, no sleep while ripping, unmounting a disc, one instance.
 * Everything here is an extra: where there is no session bus or no runtime folder, it does nothing,
 * in silence.
 *
 * <p>Knows nothing of rips.
 */
@NullMarked
package dev.spindle.desktop;

import org.jspecify.annotations.NullMarked;
