/**
 * Images that were ripped to a local folder first and are moved on from there: what is known of
 * one, and how it plays the drive while it is moved.
 */
@NullMarked
package dev.spindle.rip.staging;

import org.jspecify.annotations.NullMarked;
