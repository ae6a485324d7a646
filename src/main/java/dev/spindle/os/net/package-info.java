/** Answers {@code os.Web} by the HTTP client of the platform. */
@NullMarked
package dev.spindle.os.net;

import org.jspecify.annotations.NullMarked;
