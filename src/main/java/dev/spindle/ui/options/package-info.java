/** How a rip writes, hashes and retries; folded away until asked for. */
@NullMarked
package dev.spindle.ui.options;

import org.jspecify.annotations.NullMarked;
