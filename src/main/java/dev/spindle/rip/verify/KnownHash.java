package dev.spindle.rip.verify;

import dev.spindle.rip.HashAlgorithm;

/**
 * A hash that a rip is known to have.
 *
 * @param hex lower case
 * @param source the name of the file that says so
 */
public record KnownHash(HashAlgorithm algorithm, String hex, String source) {}
