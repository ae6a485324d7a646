/**
 * The built-in demo disc: a real ISO 9660 file system (ECMA-119), computed when it is read, not
 * stored.
 */
@NullMarked
package dev.spindle.drive.demo;

import org.jspecify.annotations.NullMarked;
