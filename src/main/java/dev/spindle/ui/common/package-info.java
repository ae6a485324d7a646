/**
 * What all parts of the window share: texts, views, background work, choosers and the look of
 * numbers.
 */
@NullMarked
package dev.spindle.ui.common;

import org.jspecify.annotations.NullMarked;
