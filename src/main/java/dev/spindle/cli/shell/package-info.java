/**
 * What other programs want to know of the command line: completion for shells, and the manual page.
 * Made from the definitions of the commands, so that they can't tell of options that are not there.
 * Pure.
 */
@NullMarked
package dev.spindle.cli.shell;

import org.jspecify.annotations.NullMarked;
