/**
 * What Spindle asks of the operating system, by intent: storage calls and system facts, errors, and
 * kinds of file systems. {@code os.linux} answers; tests answer with scripts.
 */
@NullMarked
package dev.spindle.os;

import org.jspecify.annotations.NullMarked;
